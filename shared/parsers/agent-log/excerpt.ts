import { countLineFeeds } from './count-lines.ts';
import { eventEnd, eventStart, firstEvent } from './event-edges.ts';
import { linesLeftOut, markStart } from './excerpt-marks.ts';
import { joinPieces, type Piece } from './excerpt-pieces.ts';
import { agentLogMessages } from './messages.ts';
import { createNeedleSearch } from './needle-search.ts';

/** Reads a log in whatever chunks it comes; the excerpt is there at its end. */
export interface ExcerptReader {
  write(chunk: Uint8Array): void;
  end(): Uint8Array;
}

/** Of each message the newest are kept: it can stand in a log a million times. */
export const mostOfEach = 20;
/** How far around a message its event and those beside it are looked for. */
const reach = 16 * 1024;

const needles = Object.values(agentLogMessages).flatMap((texts, message) => texts.map((text) => ({ text, message })));
const search = createNeedleSearch([...needles.map(({ text }) => text), markStart]);

/**
 * Takes from a log of any size what tells of the package service, in bounded
 * memory: events with known messages and those beside them, the first event and
 * the last, and marks for what lies between. Read like the whole log, the excerpt
 * gives the same, line numbers and all. Bytes are compared and never decoded: the
 * encoding is any in which ASCII is ASCII.
 *
 * @param windowBytes how much is looked at together
 */
export function createExcerptReader(windowBytes = 256 * 1024): ExcerptReader {
  const window = new Uint8Array(Math.max(windowBytes, 4 * reach));
  let base = 0;
  let filled = 0;
  let searched = 0;
  /** What was counted of the lines: up to `at` in the window. */
  const counted = { at: 0, lines: 0 };
  /** Marks of an earlier excerpt that are not counted yet. */
  let marks: number[] = [];
  const newest = new Map<number, Piece[]>();
  const edges: Piece[] = [];

  function countTo(at: number): void {
    counted.lines += countLineFeeds(window, counted.at, at);
    counted.at = at;
    for (const mark of marks.filter((one) => one < at)) {
      counted.lines += linesLeftOut(new TextDecoder('latin1').decode(window.subarray(mark, mark + 80)));
    }
    marks = marks.filter((mark) => mark >= at);
  }

  function cut(from: number, to: number): Piece {
    countTo(Math.max(from, counted.at));
    return { at: base + counted.at, lines: counted.lines, bytes: window.slice(counted.at, Math.max(counted.at, to)) };
  }

  /** The newest hits of each message before `limit`; older ones could not be kept anyway. */
  function hitsBefore(limit: number): { message: number; at: number }[] {
    const hits: { message: number; at: number }[] = [];
    search.search(window.subarray(0, filled), searched, limit, (needle, at) => {
      const message = needles[needle]?.message;
      if (message === undefined) marks.push(at);
      else hits.push({ message, at });
    });
    const seen = new Map<number, number>();
    return hits
      .toReversed()
      .filter(({ message }) => {
        const count = (seen.get(message) ?? 0) + 1;
        seen.set(message, count);
        return count <= mostOfEach;
      })
      .toReversed();
  }

  /** Looks at what is in the window, up to where the events around a message would leave it. */
  function look(last: boolean): void {
    const limit = last ? filled : filled - reach;
    if (limit <= searched) return;
    const bytes = window.subarray(0, filled);
    const hits = hitsBefore(limit);
    const first = base === 0 && searched === 0 ? firstEvent(bytes, Math.min(filled, reach)) : null;
    if (first !== null) edges.push(cut(first, eventEnd(bytes, first, 1, Math.min(filled, first + reach))));
    for (const { message, at } of hits) {
      const from = eventStart(bytes, at, 2, Math.max(0, at - reach));
      const piece = cut(from, eventEnd(bytes, at, 2, Math.min(filled, at + reach)));
      newest.set(message, [...(newest.get(message) ?? []), piece].slice(-mostOfEach));
    }
    searched = limit;
  }

  /** Keeps only what the next piece can still reach back to. */
  function shift(): void {
    const start = Math.max(0, searched - reach);
    if (counted.at < start) countTo(start);
    window.copyWithin(0, start, filled);
    base += start;
    filled -= start;
    searched -= start;
    counted.at -= start;
    marks = marks.map((mark) => mark - start);
  }

  return {
    write(chunk) {
      for (let at = 0; at < chunk.length;) {
        const part = chunk.subarray(at, at + window.length - filled);
        window.set(part, filled);
        filled += part.length;
        at += part.length;
        if (filled < window.length) return;
        look(false);
        shift();
      }
    },
    end() {
      look(true);
      const floor = Math.max(counted.at, filled - reach);
      edges.push(cut(eventStart(window.subarray(0, filled), filled, 1, floor), filled));
      return joinPieces([...edges, ...[...newest.values()].flat()]);
    },
  };
}
