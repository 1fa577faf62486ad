import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { UserError } from '../app/user-error.ts';
import { inWords } from './disk-words.ts';

const Newer = z.object({ version: z.number().gt(1) });

/**
 * Reads one of a case's documents.
 *
 * @throws UserError failed: it cannot be read, is damaged, or is from a newer version
 */
export async function readJson<T>(path: string, schema: { parse(value: unknown): T }): Promise<T> {
  return inWords(path, async () => {
    const value: unknown = JSON.parse(await readFile(path, 'utf8'));
    const newer = Newer.safeParse(value).data;
    if (newer === undefined) return schema.parse(value);
    const words = `it was written by a newer version of Package Server Doctor (format ${newer.version}), which can open it`;
    throw new UserError('failed', `${path} cannot be used: ${words}.`);
  });
}
