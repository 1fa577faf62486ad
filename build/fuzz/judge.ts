import { Wrong, type Case, type Target } from './target.ts';

/** A parser reads some megabytes a second; what is not linear in its input does not. */
const msPerKibibyte = 3;

/**
 * Gives a target one input.
 *
 * @throws Wrong when the target threw, was wrong, or took too long for the size of the input, three times in a row
 */
export async function judge(target: Target, input: Case): Promise<void> {
  const allowed = (target.baseMs ?? 250) + (msPerKibibyte * input.bytes.length) / 1024;
  for (let round = 0; ; round += 1) {
    const began = performance.now();
    try {
      await target.check(input);
    } catch (error) {
      if (error instanceof Wrong) throw error;
      throw new Wrong(`it threw: ${(error as Error).stack ?? String(error)}`, { cause: error });
    }
    const took = performance.now() - began;
    if (took <= allowed) return;
    // The machine may have been busy.
    if (round === 2)
      throw new Wrong(`${input.bytes.length} bytes took ${Math.round(took)} ms, allowed are ${Math.round(allowed)}`);
  }
}
