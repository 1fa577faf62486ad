import { open, readFile, truncate } from 'node:fs/promises';

/** Appends lines that are on the disk when the promise settles. Injected, so that a test can die at any line. */
export interface JournalWriter {
  append(file: string, line: string): Promise<void>;
}

/** Writes and flushes each line. What a dead process left of a line is taken off first. */
export const flushingWriter: JournalWriter = {
  async append(file, line) {
    const content = await readFile(file);
    const whole = content.lastIndexOf('\n') + 1;
    if (whole < content.length) await truncate(file, whole);
    const handle = await open(file, 'a');
    try {
      await handle.appendFile(`${line}\n`);
      await handle.sync();
    } finally {
      await handle.close();
    }
  },
};
