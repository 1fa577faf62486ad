/** Bytes that were kept; they may still grow while their writer is open. */
export interface EvidencePart {
  readonly size: number;
  /** From the beginning, as often as asked. */
  read(): AsyncIterable<Uint8Array>;
}

export interface EvidenceWriter {
  readonly part: EvidencePart;
  write(chunk: Uint8Array): Promise<void>;
}

/** Where a recording keeps its bytes. */
export interface EvidenceStore {
  open(): EvidenceWriter;
  dispose(): Promise<void>;
}

/** Keeps everything in memory, until it is dropped. */
export function memoryEvidence(): EvidenceStore {
  return {
    open() {
      const chunks: Uint8Array[] = [];
      let size = 0;
      const part: EvidencePart = {
        get size() {
          return size;
        },
        async *read() {
          yield* chunks;
        },
      };
      return {
        part,
        write(chunk) {
          // A copy: the reader's buffer can be larger than what it read, and slice of a Buffer is a view of all of it.
          chunks.push(new Uint8Array(chunk));
          size += chunk.length;
          return Promise.resolve();
        },
      };
    },
    dispose: () => Promise.resolve(),
  };
}
