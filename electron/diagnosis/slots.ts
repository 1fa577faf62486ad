/** A bound on how much runs at once; who waits longest is next. */
export interface Slots {
  take(): Promise<void>;
  release(): void;
}

export function createSlots(count: number): Slots {
  let free = count;
  const waiting: (() => void)[] = [];
  return {
    take: () =>
      new Promise((resolve) => {
        if (free === 0) waiting.push(resolve);
        else {
          free -= 1;
          resolve();
        }
      }),
    release() {
      const next = waiting.shift();
      if (next) next();
      else free += 1;
    },
  };
}
