import type { FileOutcome } from './host.ts';

/** Thrown from a file's content when reading fails in the middle: why it did. */
export class FileReadError extends Error {
  constructor(
    readonly outcome: Exclude<FileOutcome, 'read' | 'notFound' | 'notRecorded'>,
    message: string,
  ) {
    super(message);
    this.name = 'FileReadError';
  }
}
