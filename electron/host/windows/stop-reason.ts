export type StopReason = 'timedOut' | 'cancelled' | 'tooLarge';

/** Why work must end before its own end. */
export interface Stop {
  /** The first reason; pending for good when there is none. */
  readonly reason: Promise<StopReason>;
  because(reason: StopReason): void;
  /** Takes the timer and the listener away. */
  dispose(): void;
}

/** A delay that setTimeout takes; it fires at once for a longer one. */
const longestTimer = 2 ** 31 - 1;

export function createStop(timeoutMs: number, signal: AbortSignal | undefined): Stop {
  let because!: (reason: StopReason) => void;
  const reason = new Promise<StopReason>((resolve) => (because = resolve));
  const timer = setTimeout(because, Math.min(timeoutMs, longestTimer), 'timedOut');
  const cancel = (): void => because('cancelled');
  if (signal?.aborted) cancel();
  signal?.addEventListener('abort', cancel, { once: true });
  return {
    reason,
    because,
    dispose() {
      clearTimeout(timer);
      signal?.removeEventListener('abort', cancel);
    },
  };
}
