import { close, fstat, open, read, type Stats } from 'node:fs';
import { promisify } from 'node:util';

// Handles of node:fs/promises take twice as long, which counts where ten thousand small files are read.
const [openFile, closeFile, readBytes] = [promisify(open), promisify(close), promisify(read)];
const statFile = promisify<number, Stats>(fstat);

export interface FileRead {
  /** ISO-8601 UTC, by the clock of where it lies. */
  modified: string;
  /** In bytes. */
  size: number;
  /** Its first bytes, or all of it; only until the next file is read. */
  bytes: Buffer;
}

export interface FileReader {
  /**
   * Reads the head of a file, and then the rest, when somebody wants it.
   *
   * @param wants what has been read so far, and the size of the whole
   * @throws NodeJS.ErrnoException
   */
  read(path: string, wants: (head: Buffer, size: number) => boolean): Promise<FileRead>;
}

/** Enough to tell a zip from JSON from anything else. */
const headBytes = 1024;

/** Reads one file after another into the same memory. */
export function createFileReader(): FileReader {
  const memory = Buffer.allocUnsafe(128 * 1024);
  return {
    async read(path, wants) {
      const handle = await openFile(path, 'r');
      try {
        const { size, mtimeMs } = await statFile(handle);
        const modified = new Date(mtimeMs).toISOString();
        // What is small comes in one reading.
        const first = await fill(handle, memory, 0, Math.min(size, memory.length));
        const head = memory.subarray(0, Math.min(first, headBytes));
        if (!wants(head, size)) return { modified, size, bytes: head };
        if (size <= first) return { modified, size, bytes: memory.subarray(0, first) };
        const whole = Buffer.allocUnsafe(size);
        memory.copy(whole, 0, 0, first);
        const filled = await fill(handle, whole, first, size);
        return { modified, size, bytes: whole.subarray(0, filled) };
      } finally {
        await closeFile(handle);
      }
    },
  };
}

/** As much of a file as there is: it can have been cut meanwhile. @returns up to where the memory is filled */
async function fill(handle: number, memory: Buffer, from: number, to: number): Promise<number> {
  let filled = from;
  while (filled < to) {
    const { bytesRead } = await readBytes(handle, memory, filled, to - filled, filled);
    if (bytesRead === 0) break;
    filled += bytesRead;
  }
  return filled;
}
