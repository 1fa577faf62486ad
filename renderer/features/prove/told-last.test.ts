import { expect, it } from 'vitest';
import type { PastRepair } from '../../../shared/model/wizard-state.ts';
import { toldLast } from './told-last.ts';

const past = (repair: PastRepair['repair'], minute: number, look: [minute: number, survived: boolean] | null = null) =>
  ({
    repair,
    outcome: 'fixed',
    at: at(minute),
    case: null,
    way: 'apply',
    afterReboot: look === null ? null : { at: at(look[0]), survived: look[1], detail: '' },
    toldBy: 'journal',
  }) satisfies PastRepair;
const at = (minute: number) => `2026-01-31T10:${String(minute).padStart(2, '0')}:00.000Z`;

it('tells what a restart has undone before what survived it, until something was done since', () => {
  const lost = past('rebind-certificate', 1, [10, false]);
  const survived = past('refresh-packages', 2, [10, true]);
  const since = past('force-overwrite', 12);
  expect(toldLast([lost, survived])).toBe(lost);
  expect(toldLast([lost, survived, since])).toBe(since);
  expect(toldLast([lost, survived, { ...since, outcome: 'declined' }])).toBe(lost);
  expect(toldLast([past('start-site', 1), survived])).toBe(survived);
  expect(toldLast([])).toBeUndefined();
});
