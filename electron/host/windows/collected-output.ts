import type { Readable } from 'node:stream';

/** What a process wrote so far, in bytes. */
export interface CollectedOutput {
  stdout(): Uint8Array;
  stderr(): Uint8Array;
  /** Bytes kept so far, of both. */
  size(): number;
  /** Whether there was more than the cap. */
  overflowed(): boolean;
  /** Resolves when both streams have closed. */
  readonly closed: Promise<void>;
}

/** Reads both streams of a process and keeps the first `maxBytes` of them together. */
export function collectOutput(
  stdout: Readable,
  stderr: Readable,
  maxBytes: number,
  onOverflow: () => void,
): CollectedOutput {
  let size = 0;
  let overflowed = false;
  const collect = (stream: Readable): { chunks: Buffer[]; closed: Promise<void> } => {
    const chunks: Buffer[] = [];
    stream.on('data', (chunk: Buffer) => {
      const kept = chunk.subarray(0, maxBytes - size);
      if (kept.length > 0) chunks.push(kept);
      size += kept.length;
      if (kept.length === chunk.length) return;
      overflowed = true;
      onOverflow();
    });
    return { chunks, closed: new Promise((resolve) => stream.once('close', resolve)) };
  };
  const out = collect(stdout);
  const err = collect(stderr);
  return {
    stdout: () => Buffer.concat(out.chunks),
    stderr: () => Buffer.concat(err.chunks),
    size: () => size,
    overflowed: () => overflowed,
    closed: Promise.all([out.closed, err.closed]).then(() => undefined),
  };
}
