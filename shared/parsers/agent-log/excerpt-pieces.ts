import { countLineFeeds } from './count-lines.ts';
import { linesLeftOut, markFor } from './excerpt-marks.ts';

/** Bytes of a log, where they begin in it, and how many line feeds stand before them. */
export interface Piece {
  at: number;
  lines: number;
  bytes: Uint8Array;
}

const linesWithin = (bytes: Uint8Array): number =>
  countLineFeeds(bytes, 0, bytes.length) + linesLeftOut(new TextDecoder('latin1').decode(bytes));

/** The pieces as one text, in the order of the log, each byte once, with a mark for each gap. */
export function joinPieces(pieces: readonly Piece[]): Uint8Array {
  const parts: Uint8Array[] = [];
  let end = 0;
  let lines = 0;
  for (const piece of pieces.toSorted((a, b) => a.at - b.at)) {
    const rest = piece.bytes.subarray(Math.max(0, end - piece.at));
    if (rest.length === 0) continue;
    if (piece.at > end) parts.push(new TextEncoder().encode(markFor(Math.max(0, piece.lines - lines))));
    parts.push(rest);
    lines = piece.lines + linesWithin(piece.bytes);
    end = piece.at + piece.bytes.length;
  }
  const whole = new Uint8Array(parts.reduce((size, part) => size + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
