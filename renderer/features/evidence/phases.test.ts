import { expect, it } from 'vitest';
import { lastOfEachPhase } from './phases.ts';

const answers = ['before', 'before', 'rebind-certificate', 'after', 'after'].map((phase, index) => ({
  seq: index + 1,
  phase,
  at: '2026-11-22T14:00:00Z',
}));

it('offers the newest answer of each phase, and never loses the one that is read', () => {
  expect(lastOfEachPhase(answers, 5).map(({ seq }) => seq)).toEqual([2, 3, 5]);
  expect(lastOfEachPhase(answers, 1).map(({ seq }) => seq)).toEqual([1, 2, 3, 5]);
  expect(lastOfEachPhase([], 1)).toEqual([]);
});
