import type { Chain } from '../../../shared/map/chain.ts';
import type { Soundness } from '../../../shared/map/nodes.ts';

const rank: Record<Soundness, number> = { broken: 0, unknown: 1, sound: 2 };

/** How a chain stands as a whole: as its worst place or link. */
export function worstOf({ nodes, links }: Pick<Chain, 'nodes' | 'links'>): Soundness {
  return [...nodes, ...links].map(({ state }) => state).toSorted((a, b) => rank[a] - rank[b])[0] ?? 'unknown';
}

/** The faulty chains first, then what is not known; those that stand alike keep their order. */
export function byFault(chains: readonly Chain[]): Chain[] {
  return chains.toSorted((a, b) => rank[worstOf(a)] - rank[worstOf(b)]);
}
