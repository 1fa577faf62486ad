/** A time-out that stands still while its owner waits for others, and a clock of the time that it ran. */
export interface PausableTimer {
  start(): void;
  pause(): void;
  /** How long it ran, in milliseconds, without the pauses. */
  elapsedMs(): number;
}

/** Calls `onEnd` once, after `limitMs` of running time. It does not run until it is started. */
export function pausableTimer(limitMs: number, onEnd: () => void): PausableTimer {
  let ran = 0;
  let startedAt: number | null = null;
  let timer: NodeJS.Timeout | undefined;
  const elapsedMs = () => ran + (startedAt === null ? 0 : performance.now() - startedAt);
  return {
    elapsedMs,
    start() {
      if (startedAt !== null) return;
      startedAt = performance.now();
      timer = setTimeout(onEnd, Math.max(0, limitMs - ran));
    },
    pause() {
      clearTimeout(timer);
      ran = elapsedMs();
      startedAt = null;
    },
  };
}
