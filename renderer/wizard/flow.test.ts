import { describe, expect, it } from 'vitest';
import { closedView } from '../../shared/fleet/closed-view.ts';
import type { Result } from '../../shared/model/result.ts';
import type { RepairReport } from '../../shared/model/repair.ts';
import type { WizardState } from '../../shared/model/wizard-state.ts';
import { blockedBy, standsAt, steps, stepState } from './flow.ts';

const fresh: WizardState = {
  session: {
    product: { version: '0' },
    platform: 'other',
    target: null,
    source: null,
    ownTarget: null,
    elevated: null,
    case: null,
    unfinished: null,
    rebootCheck: null,
    startWarnings: [],
    about: { ticket: '', engineer: '' },
  },
  diagnosis: { state: 'idle', startedAt: null, probes: [], result: null, before: null, error: null },
  repair: {
    state: 'idle',
    repair: null,
    offer: null,
    steps: [],
    current: null,
    report: null,
    error: null,
    ambiguous: false,
    history: [],
    standing: [],
    declined: null,
  },
  checklist: { layout: null, ticked: [] },
  fleet: closedView,
};
const startedAt = '2026-05-04T10:00:00Z';
const result = { startedAt, findings: [], causes: [] } as unknown as Result;
const opened: WizardState = { ...fresh, session: { ...fresh.session, target: 'practice:healthy' } };
const asking: WizardState = { ...opened, diagnosis: { ...fresh.diagnosis, state: 'running' } };
const judged: WizardState = { ...opened, diagnosis: { ...fresh.diagnosis, state: 'finished', result } };
const sent: WizardState = { ...judged, session: { ...judged.session, source: 'files' } };
const repairing: WizardState = { ...judged, repair: { ...fresh.repair, state: 'running' } };
const recovering: WizardState = { ...opened, repair: { ...fresh.repair, state: 'running' } };
const repaired: WizardState = {
  ...judged,
  diagnosis: { ...judged.diagnosis, before: result },
  repair: {
    ...fresh.repair,
    state: 'finished',
    report: { outcome: 'fixed' } as RepairReport,
    history: [
      {
        repair: 'rebind-certificate',
        outcome: 'fixed',
        at: startedAt,
        case: null,
        way: 'apply',
        afterReboot: null,
        toldBy: 'journal',
      },
    ],
  },
};
/** What asked for a refresh before the repair still asks for it. */
const halfWay: WizardState = {
  ...repaired,
  diagnosis: {
    ...repaired.diagnosis,
    before: { startedAt, findings: [], causes: [{ remedies: ['refresh-packages'] }] } as unknown as Result,
  },
};
const many: WizardState = { ...judged, fleet: { ...closedView, state: 'watching', folder: '/results' } };
const declined: WizardState = {
  ...judged,
  repair: { ...fresh.repair, state: 'finished', report: { outcome: 'declined' } as RepairReport },
};

describe('which step may be entered', () => {
  it.each([
    ['nothing chosen', fresh, [null, 'noTarget', 'noTarget', 'noTarget', 'noTarget']],
    ['questions asked', asking, [null, null, 'noResult', 'noResult', 'noResult']],
    ['a verdict', judged, [null, null, null, 'noRepair', null]],
    ['what was sent', sent, [null, null, null, 'noBefore', null]],
    ['a repair at work', repairing, ['repairRuns', 'repairRuns', null, 'repairRuns', 'repairRuns']],
    ['a repair of an earlier run at work', recovering, ['repairRuns', 'repairRuns', null, 'repairRuns', 'repairRuns']],
    ['a repair done', repaired, [null, null, null, null, null]],
    ['a repair declined', declined, [null, null, null, 'noRepair', null]],
  ])('with %s', (_what, wizard, expected) => {
    expect(steps.map((step) => blockedBy(step, wizard))).toEqual(expected);
  });

  it('counts a step as done only by what happened', () => {
    expect(steps.map((step) => stepState(step, 'remedy', judged))).toEqual([
      'done',
      'done',
      'current',
      'blocked',
      'open',
    ]);
    expect(steps.map((step) => stepState(step, 'prove', repaired))).toEqual([
      'done',
      'done',
      'done',
      'current',
      'open',
    ]);
    expect(stepState('remedy', 'diagnose', declined)).toBe('open');
    expect(stepState('remedy', 'prove', halfWay)).toBe('open');
  });

  it('counts the proof as done when it was seen of the newest result, and nothing is left to do', () => {
    expect(stepState('prove', 'report', repaired)).toBe('open');
    expect(stepState('prove', 'report', repaired, startedAt)).toBe('done');
    expect(stepState('prove', 'report', repaired, '2026-05-04T09:00:00Z')).toBe('open');
    expect(stepState('prove', 'report', halfWay, startedAt)).toBe('open');
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
    ['', recovering, 'remedy'],
    ['', repaired, 'remedy'],
    ['prove', repaired, 'prove'],
    ['javascript:alert(1)', judged, 'diagnose'],
    ['fleet', judged, 'diagnose'],
    ['fleet', many, 'fleet'],
    ['fleet', { ...many, repair: repairing.repair }, 'remedy'],
  ])('%s', (wished, wizard, expected) => {
    expect(standsAt(wished, wizard)).toBe(expected);
  });

  it('never stands where it may not be', () => {
    for (const wizard of [fresh, opened, asking, judged, repairing, recovering, repaired, declined]) {
      for (const wish of [...steps, '']) expect(blockedBy(standsAt(wish, wizard), wizard)).toBeNull();
    }
  });
});
