import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import type { EvidencePart, EvidenceStore, EvidenceWriter } from './evidence-store.ts';

/** A folder that is there for one recording. */
export interface SpoolFolder {
  path: string;
  remove(): Promise<void>;
}

/** A usual diagnosis stays below it and writes nothing to the disk. In bytes, of all parts together. */
const mostInMemory = 16 * 1024 * 1024;

/**
 * Keeps small evidence in memory, and on the disk what would fill it. Where the
 * disk cannot be written it all stays in memory: a diagnosis does not fail for
 * that.
 *
 * @param makeFolder is asked once, when there is too much
 */
export function spooledEvidence(makeFolder: () => Promise<SpoolFolder>, most = mostInMemory): EvidenceStore {
  let folder: Promise<SpoolFolder | null> | undefined;
  let held = 0;
  let files = 0;

  /** Where a part's file goes; null when there is no place. */
  async function newFile(): Promise<string | null> {
    folder ??= makeFolder().catch(() => null);
    const place = await folder;
    return place === null ? null : join(place.path, String((files += 1)));
  }

  function openPart(): EvidenceWriter {
    /** What lies in memory, behind what lies in the file. */
    let chunks: Uint8Array[] = [];
    let file: string | null = null;
    let inFile = 0;
    let size = 0;
    let usable = true;

    async function flush(): Promise<void> {
      file ??= await newFile();
      usable = file !== null && (await append(file, inFile, chunks));
      if (!usable) return;
      held -= size - inFile;
      inFile = size;
      chunks = [];
    }

    const part: EvidencePart = {
      get size() {
        return size;
      },
      async *read() {
        // What is written meanwhile moves to the file: this is what there is now.
        const [path, length, rest] = [file, inFile, chunks.slice()];
        if (path !== null && length > 0) yield* createReadStream(path, { end: length - 1 });
        yield* rest;
      },
    };
    return {
      part,
      async write(chunk) {
        // A copy: the reader's buffer can be larger than what it read, and slice of a Buffer is a view of all of it.
        chunks.push(new Uint8Array(chunk));
        size += chunk.length;
        held += chunk.length;
        if (held > most && usable) await flush();
      },
    };
  }

  return {
    open: openPart,
    async dispose() {
      await (await folder)?.remove();
    },
  };
}

/** Writes at a place of a file; what an earlier try left behind it is written over. */
async function append(path: string, position: number, chunks: readonly Uint8Array[]): Promise<boolean> {
  try {
    const file = await open(path, position === 0 ? 'w' : 'r+', 0o600);
    try {
      let at = position;
      for (const chunk of chunks) {
        for (let done = 0; done < chunk.length;) {
          const { bytesWritten } = await file.write(chunk, done, chunk.length - done, at);
          done += bytesWritten;
          at += bytesWritten;
        }
      }
    } finally {
      await file.close();
    }
    return true;
  } catch {
    return false;
  }
}
