import fc from 'fast-check';
import { judge } from './judge.ts';
import { isCut, mutate, mutations } from './mutations.ts';
import type { Case, Target } from './target.ts';

/** What a target did wrong, on which bytes, and how to see it again. */
export interface Found {
  target: string;
  seed: number;
  path: string;
  problem: string;
  bytes: Uint8Array;
  inputs: number;
}

/** One line for a person, and what sees it again. */
export const wordsOf = ({ target, seed, path, problem, bytes }: Found): string =>
  `${target}: ${problem}\n  ${bytes.length} bytes; again: npm run fuzz -- --target "${target}" --seed ${seed} --path ${path}`;

/** Tells of each input before a target is given it, for whoever watches over it. */
export type Watch = (target: string, bytes: Uint8Array) => void;

/**
 * Gives a target so many inputs, and makes the one that it gets wrong as small as it goes.
 *
 * @param path of an earlier run with the same seed: only that input
 * @returns null when nothing was wrong
 */
export async function fuzz(
  target: Target,
  { seed, runs, path, watch }: { seed: number; runs: number; path?: string | undefined; watch?: Watch | undefined },
): Promise<Found | null> {
  let last: Case | null = null;
  let inputs = 0;
  const input = fc.tuple(fc.nat(), fc.nat(), mutations).map(([one, other, changes]): Case => {
    const original = target.seeds[one % target.seeds.length] ?? new Uint8Array();
    const donor = target.seeds[other % target.seeds.length] ?? original;
    return { bytes: mutate(original, changes, donor), original, cut: isCut(changes) };
  });
  const property = fc.asyncProperty(input, async (one) => {
    inputs += 1;
    watch?.(target.name, one.bytes);
    try {
      await judge(target, one);
    } catch (error) {
      last = one;
      throw error;
    }
  });
  const options = path === undefined ? {} : { path, endOnFailure: true };
  const details = await fc.check(property, { seed, numRuns: runs, interruptAfterTimeLimit: 120_000, ...options });
  if (!details.failed || last === null) return null;
  const { bytes } = details.counterexample?.[0] ?? (last as Case);
  const problem = String((details.errorInstance as Error | null)?.message ?? 'it did not end');
  return { target: target.name, seed, path: details.counterexamplePath ?? '', problem, bytes, inputs };
}
