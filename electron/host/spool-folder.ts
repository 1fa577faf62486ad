import { randomBytes } from 'node:crypto';
import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import { uptime } from 'node:os';
import { join } from 'node:path';
import type { SpoolFolder } from './spooled-evidence.ts';

/** Below the data folder. */
const place = 'temporary';
/** `evidence-PID-RANDOM`. */
const named = /^evidence-(\d+)-/u;

/** Those of this process, so that a number that Windows hands out again is not taken for one of them. */
const own = new Set<string>();

/**
 * A new folder for the evidence of one recording, below the data folder, which
 * must be there and trusted. It is removed when the recording ends; what a
 * process left that was killed is removed by the next one that comes here.
 */
export async function makeSpoolFolder(data: string): Promise<SpoolFolder> {
  const parent = join(data, place);
  await mkdir(parent, { mode: 0o700, recursive: true });
  await removeLeftSpools(data);
  const path = join(parent, `evidence-${process.pid}-${randomBytes(6).toString('hex')}`);
  own.add(path);
  await mkdir(path, { mode: 0o700 });
  return {
    path,
    async remove() {
      own.delete(path);
      await rm(path, { recursive: true, force: true, maxRetries: 3 }).catch(() => undefined);
    },
  };
}

/** Removes what dead processes left; a folder that cannot be removed is tried again the next time. */
export async function removeLeftSpools(data: string): Promise<void> {
  const parent = join(data, place);
  for (const name of await readdir(parent).catch(() => [])) {
    const path = join(parent, name);
    if (await isLeft(path, Number(named.exec(name)?.[1]))) {
      await rm(path, { recursive: true, force: true }).catch(() => undefined);
    }
  }
}

async function isLeft(path: string, pid: number): Promise<boolean> {
  if (!Number.isInteger(pid) || own.has(path)) return false;
  if (pid === process.pid || !isRunning(pid)) return true;
  // A process of that number may be another one since the last start of the system.
  const entry = await stat(path).catch(() => null);
  return entry !== null && entry.mtimeMs < Date.now() - uptime() * 1000;
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
