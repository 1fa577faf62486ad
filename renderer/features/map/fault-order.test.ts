import { describe, expect, it } from 'vitest';
import type { Chain } from '../../../shared/map/chain.ts';
import type { Soundness } from '../../../shared/map/nodes.ts';
import { byFault, worstOf } from './fault-order.ts';

const chain = (label: string, node: Soundness, link: Soundness) =>
  ({ label, nodes: [{ state: 'sound' }, { state: node }], links: [{ state: link }] }) as unknown as Chain;

describe('byFault', () => {
  it('puts the faulty first and what is not known before what is sound', () => {
    const chains = [
      chain('sound', 'sound', 'sound'),
      chain('unknown', 'unknown', 'sound'),
      chain('broken link', 'sound', 'broken'),
      chain('broken node', 'broken', 'unknown'),
    ];
    expect(byFault(chains).map(({ label }) => label)).toEqual(['broken link', 'broken node', 'unknown', 'sound']);
  });

  it('never takes a chain without places for sound', () => {
    expect(worstOf({ nodes: [], links: [] })).toBe('unknown');
  });
});
