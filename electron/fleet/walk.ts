import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Refusal } from '../../shared/fleet/fleet.ts';
import { refusal, whyUnreadable } from './refusals.ts';

/** Something in a folder of results. */
export interface Found {
  path: string;
  /** Relative to the folder, with `/`. */
  file: string;
  /** A folder with a bundle.json in it is one bundle; what lies in it is not looked at one by one. */
  kind: 'file' | 'bundle';
}

/** What writers leave while they write, or when they are ended in the middle (writeFileAtomic, saveFile, writeBundle). */
const unfinished = /\.(?:tmp|part)$/iu;

/**
 * Everything below a folder, a folder at a time; what is not to be read comes as
 * a refusal. Links are not followed, so that nothing is met twice or outside.
 */
export async function* walk(folder: string, below = ''): AsyncGenerator<Found | Refusal> {
  const entries = await readdir(join(folder, below), { withFileTypes: true }).catch((error: NodeJS.ErrnoException) =>
    whyUnreadable(error),
  );
  if (typeof entries === 'string') {
    yield refusal(below || '.', 'unreadable', entries);
    return;
  }
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const file = below === '' ? entry.name : `${below}/${entry.name}`;
    if (unfinished.test(entry.name)) {
      yield refusal(file, 'unfinished', 'it is still being written, or its writer was ended in the middle');
    } else if (entry.isDirectory()) {
      yield* entersFolder(folder, file);
    } else if (entry.isFile()) {
      yield { path: join(folder, file), file, kind: 'file' };
    } else {
      yield refusal(file, 'link', 'it is a link or no file at all, and was not followed');
    }
  }
}

async function* entersFolder(folder: string, file: string): AsyncGenerator<Found | Refusal> {
  const names = await readdir(join(folder, file)).catch((): string[] => []);
  if (names.includes('bundle.json')) yield { path: join(folder, file), file, kind: 'bundle' };
  else yield* walk(folder, file);
}
