/** A bound on how much runs at once. */
export interface Slots {
  /**
   * Settles when a slot is free. Who goes on with something begun comes before those who begin; among equals, who waits
   * longest is next.
   */
  take(goesOn?: boolean): Promise<void>;
  release(): void;
}

export function createSlots(count: number): Slots {
  let free = count;
  const begun: (() => void)[] = [];
  const waiting: (() => void)[] = [];
  return {
    take: (goesOn = false) =>
      new Promise((resolve) => {
        if (free === 0) (goesOn ? begun : waiting).push(resolve);
        else {
          free -= 1;
          resolve();
        }
      }),
    release() {
      const next = begun.shift() ?? waiting.shift();
      if (next) next();
      else free += 1;
    },
  };
}
