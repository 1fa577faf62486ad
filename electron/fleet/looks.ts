import type { Changed } from './memory.ts';

/** In milliseconds. */
export interface Pace {
  /** So long changes are gathered before they are looked at. */
  gather: number;
  /** Without news the folder is looked through so often. */
  every: number;
  /** A folder that went away is looked for so often. */
  away: number;
  /** So long nothing may answer before it is said. */
  silent: number;
  /** The first list is shown after so long, and again at such intervals. */
  partly: number;
}

export const usualPace: Pace = { gather: 500, every: 60_000, away: 5000, silent: 10_000, partly: 250 };

/** A look takes at most this part of the time, however large the folder and slow the share: news of it, and without news. */
const rest = { news: 4, none: 20 };

export interface Looks {
  begin(): void;
  /** An entry may have changed; null: any of them. */
  changed(file: string | null): void;
  end(): void;
}

interface Work {
  look(changed: Changed, progress: () => void): Promise<void>;
  /** Shows what is known so far. */
  partly(): unknown;
  silent(seconds: number): void;
  isAway(): boolean;
}

/** Decides when a folder is looked through: never two looks at a time, and never one after another without a rest. */
export function createLooks(pace: Pace, { look, partly, silent, isAway }: Work): Looks {
  let waiting: Set<string> | 'any' = new Set();
  let looking = false;
  let first = true;
  let ended = false;
  /** Of the last look: how long it took, and when it was over. */
  let took = 0;
  let over = 0;
  let news: NodeJS.Timeout | undefined;
  let next: NodeJS.Timeout | undefined;

  async function run(changed: Changed): Promise<void> {
    if (looking || ended) return;
    clearTimeout(news);
    clearTimeout(next);
    news = undefined;
    looking = true;
    waiting = new Set();
    const began = performance.now();
    const { progress, done } = attended();
    await look(changed, progress).finally(done);
    looking = false;
    over = performance.now();
    // The first look reads everything, and says nothing about those that come after it.
    took = first ? 0 : over - began;
    first = false;
    if (ended) return;
    next = setTimeout(() => void run('any'), isAway() ? pace.away : Math.max(pace.every, rest.none * took));
    if (hasNews()) planNews();
  }

  const hasNews = (): boolean => waiting === 'any' || waiting.size > 0;

  function planNews(): void {
    if (looking || ended || news !== undefined) return;
    const rested = over + rest.news * took - performance.now();
    news = setTimeout(() => void run(waiting), Math.max(pace.gather, rested));
  }

  /** Hears how a look goes: shows parts of it, at a growing distance, and says when nothing answers. */
  function attended() {
    let heardAt = performance.now();
    let partAt = heardAt + pace.partly;
    const timer = setInterval(() => {
      const quiet = performance.now() - heardAt;
      if (quiet >= pace.silent) silent(Math.round(quiet / 1000));
    }, pace.silent);
    return {
      progress() {
        heardAt = performance.now();
        if (ended || heardAt < partAt) return;
        partly();
        const cost = performance.now() - heardAt;
        partAt = performance.now() + Math.max(pace.partly, rest.news * cost);
      },
      done: () => clearInterval(timer),
    };
  }

  return {
    begin: () => void run('any'),
    changed(file) {
      if (file === null) waiting = 'any';
      else if (waiting !== 'any') waiting.add(file);
      planNews();
    },
    end() {
      ended = true;
      clearTimeout(news);
      clearTimeout(next);
    },
  };
}
