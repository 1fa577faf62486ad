/** Milliseconds of the fastest of three runs. */
function fastest(work: () => unknown): number {
  const runs = [1, 2, 3].map(() => {
    const start = performance.now();
    work();
    return performance.now() - start;
  });
  return Math.min(...runs);
}

/**
 * The time that `work` takes for an input of 10,000, and the most it may take:
 * a second, or, where the machine is busy, four times its share of the time
 * for 1,000. Work that is not linear fails either way.
 */
export function timeFor10000(work: (count: number) => () => unknown): { taken: number; allowed: number } {
  const small = fastest(work(1000));
  const taken = fastest(work(10_000));
  return { taken, allowed: Math.max(1000, 40 * small) };
}
