import type { Slots } from './slots.ts';

interface Work {
  answer: Promise<unknown>;
  askers: number;
  controller: AbortController;
  settled: boolean;
}

export interface SharedWork {
  /** The answer to `key`, from the work that runs already or from this one. `asker` aborts when it is no longer wanted. */
  ask<T>(key: string, asker: AbortSignal, work: (signal: AbortSignal) => Promise<T>): Promise<T>;
}

/**
 * Work that several probes share runs once, in a slot of its own, for as long as
 * one of them still wants it: who asked first may be cancelled, or out of time,
 * without harm to the others.
 */
export function createSharedWork(slots: Slots): SharedWork {
  const works = new Map<string, Work>();

  function start<T>(key: string, act: (signal: AbortSignal) => Promise<T>): Work {
    const controller = new AbortController();
    const inSlot = async (): Promise<T> => {
      // A probe that holds a slot asks for it, and lets go of its own.
      await slots.take(true);
      try {
        return await act(controller.signal);
      } finally {
        work.settled = true;
        slots.release();
      }
    };
    const work: Work = { answer: Promise.resolve(), askers: 0, controller, settled: false };
    work.answer = inSlot();
    works.set(key, work);
    return work;
  }

  return {
    ask<T>(key: string, asker: AbortSignal, act: (signal: AbortSignal) => Promise<T>): Promise<T> {
      const work = works.get(key) ?? start(key, act);
      work.askers += 1;
      const leave = (): void => {
        work.askers -= 1;
        if (work.askers > 0 || work.settled) return;
        work.controller.abort();
        // Whoever comes now gets an answer of their own.
        if (works.get(key) === work) works.delete(key);
      };
      if (asker.aborted) leave();
      else asker.addEventListener('abort', leave, { once: true });
      return work.answer as Promise<T>;
    },
  };
}
