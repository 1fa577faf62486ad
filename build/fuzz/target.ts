import { decode } from '../../electron/host/decode.ts';

/** One input, and where it comes from. */
export interface Case {
  bytes: Uint8Array;
  /** As it was recorded. */
  original: Uint8Array;
  /** Whether the input is the beginning of the original. */
  cut: boolean;
}

/** A reader of foreign bytes, and what must hold whatever they are. */
export interface Target {
  name: string;
  /** The recorded answers that it is given. */
  seeds: readonly Uint8Array[];
  /** Throws, or rejects, when what it read is wrong. */
  check(input: Case): void | Promise<void>;
  /** What it may take for nothing at all. Default: 250. */
  baseMs?: number;
}

/** As the product decodes what comes without its code page. */
export const textOf = (bytes: Uint8Array): string => decode(bytes, { oem: 850, ansi: 1252 }).text;

export class Wrong extends Error {}

/** @throws Wrong */
export function must(holds: boolean, otherwise: string): asserts holds {
  if (!holds) throw new Wrong(otherwise);
}

/** What was read must stand in the text: nothing is invented. Case does not matter. @throws Wrong */
export function mustStandIn(text: string, words: readonly (string | number | null)[]): void {
  const lower = text.toLowerCase();
  for (const word of words) {
    must(word === null || lower.includes(String(word).toLowerCase()), `"${word}" was read, and does not stand in it`);
  }
}

/** The hex digits of a text, in upper case: a hash can be printed with blanks or colons in it. */
export const hexOf = (text: string): string => text.replace(/[^0-9a-f]/giu, '').toUpperCase();

/** A text that breaks off within a line. */
export const endsWithinLine = ({ bytes, original, cut }: Case): boolean =>
  cut && bytes.length > 0 && bytes.length < original.length && bytes.at(-1) !== 0x0a && original[bytes.length] !== 0x0d;
