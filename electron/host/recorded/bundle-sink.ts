import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, open } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { finished, pipeline } from 'node:stream/promises';

type Content = AsyncIterable<Uint8Array> | Iterable<Uint8Array>;

/** Where the files of a bundle go, one after another. */
export interface BundleSink {
  /**
   * Writes a new file.
   *
   * @param path in the bundle, with `/` between names
   * @returns the SHA-256 of what was written, in hex
   */
  write(path: string, content: Content): Promise<string>;
  /** Settles when everything is on the disk. */
  close(): Promise<void>;
}

/** A folder that is not there yet. */
export async function folderSink(folder: string): Promise<BundleSink> {
  await mkdir(folder);
  // Each is made once: a folder that went away with a network share must not come back without its first files.
  const made = new Set(['.']);
  return {
    async write(path, content) {
      const hash = createHash('sha256');
      const below = dirname(path);
      if (!made.has(below)) await mkdir(join(folder, below));
      made.add(below);
      const file = await open(join(folder, path), 'wx');
      try {
        for await (const chunk of content) {
          hash.update(chunk);
          await file.writeFile(chunk);
        }
      } finally {
        await file.close();
      }
      return hash.digest('hex');
    },
    close: () => Promise.resolve(),
  };
}

/** A zip that is not there yet; it is packed as it is written, and never held as a whole. */
export async function zipSink(path: string): Promise<BundleSink> {
  const { ZipFile } = await import('yazl');
  const zip = new ZipFile();
  const packed = pipeline(zip.outputStream, createWriteStream(path, { flags: 'wx' }));
  // A failure is told where something is written or closed.
  packed.catch(() => undefined);
  return {
    async write(name, content) {
      const hash = createHash('sha256');
      const source = Readable.from(hashing(content, (chunk) => hash.update(chunk)));
      zip.addReadStream(source, name, { mode: 0o100644 });
      // Without room on the disk nobody would read the source to its end.
      await Promise.race([finished(source, { writable: false }), packed]);
      return hash.digest('hex');
    },
    async close() {
      zip.end();
      await packed;
    },
  };
}

async function* hashing(content: Content, onChunk: (chunk: Uint8Array) => void): AsyncGenerator<Uint8Array> {
  for await (const chunk of content) {
    onChunk(chunk);
    yield chunk;
  }
}
