import { describe, expect, it } from 'vitest';
import type { Result } from '../../shared/model/result.ts';
import type { RepairReport } from '../../shared/model/repair.ts';
import type { WizardState } from '../../shared/model/wizard-state.ts';
import { blockedBy, standsAt, steps, stepState } from './flow.ts';

const fresh: WizardState = {
  session: {
    product: { version: '0' },
    platform: 'other',
    target: null,
    ownTarget: null,
    elevated: null,
    case: null,
    unfinished: null,
  },
  diagnosis: { state: 'idle', startedAt: null, probes: [], result: null, before: null, error: null },
  repair: { state: 'idle', repair: null, offer: null, steps: [], current: null, report: null, error: null },
};
const result = { findings: [], causes: [] } as unknown as Result;
const opened: WizardState = { ...fresh, session: { ...fresh.session, target: 'practice:healthy' } };
const asking: WizardState = { ...opened, diagnosis: { ...fresh.diagnosis, state: 'running' } };
const judged: WizardState = { ...opened, diagnosis: { ...fresh.diagnosis, state: 'finished', result } };
const repairing: WizardState = { ...judged, repair: { ...fresh.repair, state: 'running' } };
const repaired: WizardState = {
  ...judged,
  diagnosis: { ...judged.diagnosis, before: result },
  repair: { ...fresh.repair, state: 'finished', report: { outcome: 'fixed' } as RepairReport },
};
const declined: WizardState = {
  ...judged,
  repair: { ...fresh.repair, state: 'finished', report: { outcome: 'declined' } as RepairReport },
};

describe('which step may be entered', () => {
  it.each([
    ['nothing chosen', fresh, [null, 'noTarget', 'noTarget', 'noTarget', 'laterVersion']],
    ['questions asked', asking, [null, null, 'noResult', 'noResult', 'laterVersion']],
    ['a verdict', judged, [null, null, null, 'noRepair', 'laterVersion']],
    ['a repair at work', repairing, ['repairRuns', 'repairRuns', null, 'repairRuns', 'laterVersion']],
    ['a repair done', repaired, [null, null, null, null, 'laterVersion']],
    ['a repair declined', declined, [null, null, null, 'noRepair', 'laterVersion']],
  ])('with %s', (_what, wizard, expected) => {
    expect(steps.map((step) => blockedBy(step, wizard))).toEqual(expected);
  });

  it('counts a step as done only by what happened', () => {
    expect(steps.map((step) => stepState(step, 'remedy', judged))).toEqual([
      'done',
      'done',
      'current',
      'blocked',
      'blocked',
    ]);
    expect(steps.map((step) => stepState(step, 'prove', repaired))).toEqual([
      'done',
      'done',
      'done',
      'current',
      'blocked',
    ]);
    expect(stepState('remedy', 'diagnose', declined)).toBe('open');
  });
});

describe('where a reloaded page stands', () => {
  it.each([
    ['#', fresh, 'start'],
    ['prove', fresh, 'start'],
    ['', asking, 'diagnose'],
    ['prove', judged, 'diagnose'],
    ['start', judged, 'start'],
    ['diagnose', repairing, 'remedy'],
    ['', repaired, 'remedy'],
    ['prove', repaired, 'prove'],
    ['javascript:alert(1)', judged, 'diagnose'],
  ])('%s', (wished, wizard, expected) => {
    expect(standsAt(wished, wizard)).toBe(expected);
  });

  it('never stands where it may not be', () => {
    for (const wizard of [fresh, opened, asking, judged, repairing, repaired, declined]) {
      for (const wish of [...steps, '']) expect(blockedBy(standsAt(wish, wizard), wizard)).toBeNull();
    }
  });
});
