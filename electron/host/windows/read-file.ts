import { open, type FileHandle } from 'node:fs/promises';
import { noContent } from '../content.ts';
import { FileReadError } from '../file-read-error.ts';
import { withoutSecrets } from '../filters.ts';
import type { FileAnswer, FileQuestion } from '../host.ts';
import { fileFailure } from './file-failure.ts';
import { createStop, type StopReason } from './stop-reason.ts';

/** A larger piece leaves the caches, a smaller one costs more turns: measured on a log of 1 GiB. */
const mostBytesAtOnce = 256 * 1024;
/** Room for what a file has grown by since it was opened. */
const fewestBytesAtOnce = 4 * 1024;

/**
 * Opens a file and reads its first piece; the rest follows as it is asked for.
 * The question's time-out covers the whole reading, and lets go of the file.
 *
 * @param realPath where the question's Windows path really lies
 */
export async function readFile(question: FileQuestion, realPath: string, at: string): Promise<FileAnswer> {
  const startedAt = performance.now();
  const opened = await openContent(question, realPath).catch(failed);
  const found = 'content' in opened ? { outcome: 'read' as const, ...opened } : { ...opened, content: noContent };
  const { content, filtered } = withoutSecrets(found.content, question.filter);
  const durationMs = Math.round(performance.now() - startedAt);
  return {
    kind: 'file',
    name: question.name,
    path: question.path,
    at,
    durationMs,
    ...found,
    content,
    filtered,
  };
}

function failed(error: unknown): Pick<FileAnswer, 'outcome' | 'detail'> {
  return error instanceof FileReadError ? { outcome: error.outcome, detail: error.message } : fileFailure(error);
}

async function openContent(
  { timeoutMs, signal, filter, maxBytes = Number.POSITIVE_INFINITY }: FileQuestion,
  realPath: string,
): Promise<{ content: AsyncIterable<Uint8Array> }> {
  const stop = createStop(timeoutMs, signal);
  const opening = open(realPath, 'r');
  // Closed at the end of the reading, or when its time is over, whichever is first.
  const close = once(() => {
    stop.dispose();
    void opening.then((file) => file.close()).catch(() => undefined);
  });
  let expired: FileReadError | null = null;
  let giveUp: (error: FileReadError) => void = () => undefined;
  void stop.reason.then((reason) => {
    expired = stopError(reason, maxBytes);
    close();
    giveUp(expired);
  });
  // Not Promise.race: a promise that stays pending would hold every piece that it ever raced with.
  const inTime = <T>(work: Promise<T>): Promise<T> =>
    new Promise((resolve, reject) => {
      giveUp = reject;
      if (expired !== null) reject(expired);
      work.then(resolve, reject);
    });
  try {
    const file = await inTime(opening);
    const { size } = await inTime(file.stat());
    if (size > maxBytes) throw stopError('tooLarge', maxBytes);
    const place = placesFor(size, filter !== undefined);
    const next = (): Promise<Uint8Array> => inTime(readChunk(file, place()));
    return { content: readOn(await next(), next, maxBytes, close) };
  } catch (error) {
    close();
    throw error;
  }
}

async function* readOn(
  first: Uint8Array,
  next: () => Promise<Uint8Array>,
  maxBytes: number,
  close: () => void,
): AsyncGenerator<Uint8Array> {
  try {
    let size = 0;
    for (let chunk = first; chunk.length > 0;) {
      size += chunk.length;
      if (size > maxBytes) throw stopError('tooLarge', maxBytes);
      // Read while this piece is worked on; who stops asking does not hear of its failure.
      const following = next();
      following.catch(() => undefined);
      yield chunk;
      chunk = await following;
    }
  } catch (error) {
    if (error instanceof FileReadError) throw error;
    const { outcome, detail } = fileFailure(error);
    throw new FileReadError(outcome === 'notFound' ? 'failed' : outcome, detail ?? 'The file cannot be read.');
  } finally {
    close();
  }
}

/**
 * Where the next piece of a file is read to. A filter copies what it keeps, so two places in turn are enough for it,
 * however long the file is; others may keep a piece.
 */
function placesFor(size: number, filtered: boolean): () => Buffer {
  const bytesAtOnce = Math.min(mostBytesAtOnce, Math.max(fewestBytesAtOnce, size));
  if (!filtered) {
    let left = size;
    return () => {
      const bytes = Math.min(bytesAtOnce, Math.max(fewestBytesAtOnce, left));
      left -= bytes;
      return Buffer.allocUnsafe(bytes);
    };
  }
  let places: [Buffer, Buffer] | null = null;
  return () => {
    places =
      places === null ? [Buffer.allocUnsafe(bytesAtOnce), Buffer.allocUnsafe(bytesAtOnce)] : [places[1], places[0]];
    return places[0];
  };
}

async function readChunk(file: FileHandle, place: Buffer): Promise<Uint8Array> {
  const { bytesRead, buffer } = await file.read(place, 0, place.length, null);
  return buffer.subarray(0, bytesRead);
}

function stopError(reason: StopReason, maxBytes: number): FileReadError {
  const words = {
    timedOut: 'The file could not be read in time.',
    cancelled: 'Reading the file was cancelled.',
    tooLarge: `The file is larger than ${maxBytes} bytes.`,
  };
  return new FileReadError(reason, words[reason]);
}

function once(act: () => void): () => void {
  let done = false;
  return () => {
    if (!done) act();
    done = true;
  };
}
