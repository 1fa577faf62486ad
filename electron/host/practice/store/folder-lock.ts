import { randomBytes } from 'node:crypto';
import { link, readdir, readFile, rename, stat, unlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const patienceMs = 30_000;
/** No holder needs longer; beyond it the process id belongs to another program by now. */
const longestHoldMs = 60_000;

/**
 * Runs `work` alone among all processes that share the folder. Locks are numbered
 * files that name their holder's process: who creates the next number holds it,
 * and may do so when the last holder released its own or died. The highest number
 * is never removed, so that a late process sees that it came too late.
 */
export async function withFolderLock<T>(folder: string, work: () => Promise<T>): Promise<T> {
  const held = await acquire(folder);
  try {
    return await work();
  } finally {
    await rename(held, held.replace(/lock$/u, 'free')).catch(() => undefined);
  }
}

async function acquire(folder: string): Promise<string> {
  const until = Date.now() + patienceMs;
  const ticket = join(folder, `${randomBytes(6).toString('hex')}.ticket`);
  await writeFile(ticket, String(process.pid));
  try {
    for (;;) {
      const held = await tryAcquire(folder, ticket);
      if (held !== null) return held;
      if (Date.now() > until) throw new Error(`The practice server in ${folder} stays busy.`);
      await sleep(2 + Math.random() * 8);
    }
  } finally {
    await unlink(ticket).catch(() => undefined);
  }
}

async function tryAcquire(folder: string, ticket: string): Promise<string | null> {
  const last = highest(await locks(folder));
  if (last !== undefined && !last.free && (await alive(join(folder, last.name)))) return null;
  const number = (last?.number ?? 0) + 1;
  const mine = join(folder, `${number}.lock`);
  try {
    await link(ticket, mine);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return null;
    throw error;
  }
  const now = await locks(folder);
  // Somebody held this number and released it since the first look, or went further.
  if (now.some((lock) => lock.number > number || (lock.number === number && lock.free))) {
    await unlink(mine).catch(() => undefined);
    return null;
  }
  const older = now.filter((lock) => lock.number < number);
  await Promise.all(older.map(({ name }) => unlink(join(folder, name)).catch(() => undefined)));
  return mine;
}

interface Lock {
  name: string;
  number: number;
  free: boolean;
}

async function locks(folder: string): Promise<Lock[]> {
  return (await readdir(folder)).flatMap((name) => {
    const match = /^(\d+)\.(lock|free)$/u.exec(name);
    return match === null ? [] : [{ name, number: Number(match[1]), free: match[2] === 'free' }];
  });
}

const highest = (all: readonly Lock[]): Lock | undefined => all.toSorted((a, b) => b.number - a.number)[0];

async function alive(path: string): Promise<boolean> {
  try {
    const [pid, { mtimeMs }] = await Promise.all([readFile(path, 'utf8'), stat(path)]);
    if (Date.now() - mtimeMs > longestHoldMs) return false;
    process.kill(Number(pid), 0);
    return true;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    // ENOENT: released in this moment; look again. EPERM: another user's process.
    return code === 'ENOENT' || code === 'EPERM';
  }
}
