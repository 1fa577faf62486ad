import { NotedRepairs } from '../../../shared/model/noted-repairs.ts';
import { UserError } from '../../app/user-error.ts';
import { readWhole } from '../content.ts';
import { openFiles } from './read-bundle.ts';

/** In a bundle, beside its answers. */
export const notedRepairsFile = 'repairs.json';

/** Of a thousand repairs with all their words. */
const largest = 4 * 1024 * 1024;

/**
 * What a bundle notes of the repairs of its case, for whoever has opened it before, with its sums; null when it
 * tells nothing of them that can be read.
 */
export async function notedRepairsOf(path: string): Promise<NotedRepairs['repairs'] | null> {
  const files = await openFiles(path).catch((error: unknown) => {
    if (error instanceof UserError) return null;
    throw error;
  });
  if (files === null) return null;
  try {
    if ((files.sizes.get(notedRepairsFile) ?? Infinity) > largest) return null;
    const text = (await readWhole(files.read(notedRepairsFile))).toString('utf8');
    return NotedRepairs.parse(JSON.parse(text)).repairs;
  } catch {
    // It is told and never judged by: what cannot be read is said not to be known.
    return null;
  } finally {
    files.close();
  }
}
