import { expect, it } from 'vitest';
import type { PlanStep } from '../model/repair.ts';
import { undoOf } from './undo-of.ts';

const step = (undo: PlanStep['undo']): PlanStep => ({ words: 'Do it', command: null, undo });
const back = { words: 'Take it back', command: null };

it.each([
  ['whole', [step(back)], []],
  ['whole', [step(null), step(back)], []],
  ['limited', [step(back)], ['The files of a feature stay.']],
  ['none', [step(null), step(back)], ['What is set in the console is taken back there.']],
] as const)('%s', (expected, steps, cannotBeUndone) => {
  expect(undoOf({ steps: [...steps], cannotBeUndone: [...cannotBeUndone] })).toBe(expected);
});
