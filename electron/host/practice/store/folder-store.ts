import { randomUUID } from 'node:crypto';
import { mkdir, readFile, utimes } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { makeFolder } from '../../../app/make-folder.ts';
import { UserError } from '../../../app/user-error.ts';
import { writeFileAtomic } from '../../../app/write-atomic.ts';
import type { World } from '../model/world.ts';
import { filesOf } from '../virtual-files.ts';
import { withFolderLock } from './folder-lock.ts';
import type { WorldStore } from './world-store.ts';

const statePath = (dir: string) => join(dir, 'practice-server.json');

/**
 * Where a file of a kept server lies: `C:\Windows\…` is `DIR/files/C/Windows/…`.
 * A file there always says what the state says.
 */
export function keptFilePath(dir: string, windowsPath: string): string {
  return join(dir, 'files', ...windowsPath.replace(/^([a-z]):/iu, '$1').split(/[\\/]/u));
}

/** A practice server kept in a folder, for several processes at the same time. */
export function folderStore(dir: string): WorldStore {
  const update: WorldStore['update'] = (change) =>
    withLock(dir, async () => {
      const text = await readState(dir);
      const world = parseState(dir, text);
      const result = change(world);
      await write(dir, world, text);
      return result;
    });
  return {
    update,
    async read() {
      const world = await readKept(dir);
      // A process that died between state and files left the files behind.
      if (!(await filesAgree(dir, world))) await update(() => undefined);
      return world;
    },
  };
}

/** Puts a first state into the folder, unless it holds a server already. */
export async function keepWorld(dir: string, first: World): Promise<void> {
  await withLock(dir, async () => {
    if (!(await isKept(dir))) await write(dir, first, null);
  });
}

/** A server that an earlier version kept gets what tells it from every other. */
export async function giveIdentity(dir: string): Promise<void> {
  const { windows }: { windows?: Partial<World['windows']> | null } = await readKept(dir);
  if (windows == null || windows.machineGuid !== undefined) return;
  await folderStore(dir).update((world) => void (world.windows.machineGuid ??= randomUUID()));
}

export async function isKept(dir: string): Promise<boolean> {
  return (await readIfThere(statePath(dir))) !== null;
}

/** The state as it lies in the folder, unchecked but for its kind. @throws UserError notFound, failed */
export async function readKept(dir: string): Promise<World> {
  return parseState(dir, await readState(dir));
}

async function withLock<T>(dir: string, work: () => Promise<T>): Promise<T> {
  const lockFolder = join(dir, 'lock');
  await makeFolder(lockFolder);
  return withFolderLock(lockFolder, work);
}

async function write(dir: string, world: World, before: string | null): Promise<void> {
  const text = `${JSON.stringify(world, null, 1)}\n`;
  if (text !== before) await writeFileAtomic(statePath(dir), text);
  for (const [windowsPath, { content, modified }] of filesOf(world)) {
    const path = keptFilePath(dir, windowsPath);
    if ((await readIfThere(path))?.equals(content) === true) continue;
    await mkdir(dirname(path), { recursive: true });
    await writeFileAtomic(path, content);
    // A log has no year: who reads it takes the file's.
    await utimes(path, new Date(modified), new Date(modified));
  }
}

async function filesAgree(dir: string, world: World): Promise<boolean> {
  const agree = await Promise.all(
    [...filesOf(world)].map(async ([windowsPath, { content }]) =>
      (await readIfThere(keptFilePath(dir, windowsPath)))?.equals(content),
    ),
  );
  return agree.every(Boolean);
}

async function readState(dir: string): Promise<string> {
  const bytes = await readIfThere(statePath(dir));
  if (bytes === null) {
    throw new UserError('notFound', `There is no practice server in ${dir}.`);
  }
  return bytes.toString('utf8');
}

/** Checks only what tells a foreign file: who opens a server validates the whole. */
function parseState(dir: string, text: string): World {
  try {
    const world = JSON.parse(text) as World;
    if (world.format === 'package-server-doctor/practice' && world.version === 1) return world;
  } catch {
    // said below, in one sentence for all that it cannot be
  }
  throw new UserError(
    'failed',
    `The practice server in ${dir} cannot be read: ${statePath(dir)} is damaged, or was written by another version. Choose another folder, or delete this one.`,
  );
}

async function readIfThere(path: string): Promise<Buffer | null> {
  try {
    return await readFile(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}
