/** How a tool of the practice server can fail; set by tests, never by the product. */
export type Fault =
  | { kind: 'missing' }
  | { kind: 'hang' }
  | { kind: 'exit'; code: number }
  | { kind: 'garbage' }
  | { kind: 'huge'; bytes: number }
  /** Says what it would have said, and changes nothing. */
  | { kind: 'noEffect' }
  | { kind: 'delay'; ms: number };

export interface FaultOptions {
  /** Only runs with these arguments; default all. */
  when?: (args: readonly string[]) => boolean;
}

/** Bytes that are no text in any encoding, the same in each run. */
export const garbage: Uint8Array = Uint8Array.from({ length: 4096 }, (_, index) => (index * 167 + 13) % 256);
