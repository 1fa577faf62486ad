import { appendFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ToolName } from '../../electron/host/tools.ts';

const startsFile = (box: string): string => join(box, 'starts');

/** Writes down that a program was started; it is there before the program ends. */
export const noteStart = (box: string, tool: ToolName): void => appendFileSync(startsFile(box), `${tool}\n`);

/** Gives at each call the tools that were started since the last one, in their order. */
export function createTakeStarts(box: string): () => Promise<ToolName[]> {
  // The file is left alone: one that is taken away may take a start with it that is just being written.
  let taken = 0;
  return async () => {
    const text = await readFile(startsFile(box), 'utf8').catch(() => '');
    const fresh = text.slice(taken);
    taken = text.length;
    return fresh.split('\n').filter((line) => line !== '') as ToolName[];
  };
}
