import { describe, expect, it } from 'vitest';
import type { Cause } from '../../../shared/model/cause.ts';
import type { Finding } from '../../../shared/model/finding.ts';
import type { Result } from '../../../shared/model/result.ts';
import type { PastRepair, WizardState } from '../../../shared/model/wizard-state.ts';
import { adviceFirst, pathOf } from './path.ts';

const result = (remedies: Cause['remedies'], findings: Pick<Finding, 'id' | 'status'>[] = []) =>
  judged([{ likelihood: 'confirmed', remedies }], findings);
const judged = (
  causes: (Pick<Cause, 'likelihood' | 'remedies'> & Partial<Cause>)[],
  findings: Pick<Finding, 'id' | 'status'>[] = [],
) =>
  ({
    startedAt: '2026-05-04T10:00:00Z',
    causes: causes.map((cause) => ({ because: [], ...cause })),
    findings,
  }) as unknown as Result;

type Done = Pick<PastRepair, 'repair' | 'outcome'> & Partial<PastRepair>;
const wizard = (now: Result | null, before: Result | null = null, history: Done[] = []) =>
  ({ diagnosis: { result: now, before }, repair: { history } }) as unknown as WizardState;

const states = (state: WizardState) => Object.fromEntries(pathOf(state).map((step) => [step.repair, step.state]));

describe('pathOf', () => {
  it('shows the whole path of the article in its order, whatever the causes ask for', () => {
    expect(pathOf(wizard(result([]))).map(({ repair }) => repair)).toEqual([
      'install-features',
      'rebind-certificate',
      'force-overwrite',
      'restart-agent',
      'refresh-packages',
    ]);
  });

  it('puts a remedy that the article does not name where it belongs', () => {
    expect(
      pathOf(wizard(result(['remove-legacy-metabase', 'rebind-certificate'])))
        .map(({ repair }) => repair)
        .slice(0, 3),
    ).toEqual(['install-features', 'remove-legacy-metabase', 'rebind-certificate']);
  });

  it('never takes a question that was not asked for a step that is not needed', () => {
    expect(states(wizard(result([])))).toMatchObject({
      'install-features': 'notChecked',
      'rebind-certificate': 'notChecked',
    });
    const sound = result(
      [],
      [
        { id: 'iis.features', status: 'pass' },
        { id: 'iis.httpsBinding', status: 'pass' },
        { id: 'httpsys.record', status: 'pass' },
        { id: 'tls.served', status: 'notRun' },
      ],
    );
    expect(states(wizard(sound))).toMatchObject({
      'install-features': 'notNeeded',
      'rebind-certificate': 'notChecked',
    });
  });

  it('keeps what is still to do after a repair', () => {
    const before = result(['rebind-certificate', 'refresh-packages']);
    const after = wizard(result([]), before, [{ repair: 'rebind-certificate', outcome: 'fixed' }]);
    expect(states(after)).toMatchObject({ 'rebind-certificate': 'done', 'refresh-packages': 'needed' });
  });

  it('says which step comes first', () => {
    const asked = result(['rebind-certificate', 'restart-agent', 'refresh-packages']);
    expect(pathOf(wizard(asked)).filter(({ after }) => after !== null)).toEqual([
      { repair: 'restart-agent', state: 'blocked', after: 'rebind-certificate' },
      { repair: 'refresh-packages', state: 'blocked', after: 'rebind-certificate' },
    ]);
  });

  it('goes on with what a cause asks for first, and leaves its second choice for later', () => {
    const foreign = judged([
      { likelihood: 'likely', remedies: ['force-overwrite', 'rebind-certificate'] },
      { likelihood: 'possible', remedies: ['rebind-certificate', 'refresh-packages'] },
    ]);
    expect(states(wizard(foreign))).toMatchObject({
      'rebind-certificate': 'later',
      'force-overwrite': 'needed',
      'refresh-packages': 'blocked',
    });
  });

  it('lets everything wait for what waits', () => {
    const foreign = result(['force-overwrite', 'rebind-certificate', 'refresh-packages']);
    const waiting = pathOf(wizard(foreign, foreign, [{ repair: 'force-overwrite', outcome: 'pending' }]));
    expect(waiting.filter(({ state }) => state === 'needed')).toEqual([]);
    expect(waiting.at(-1)).toEqual({ repair: 'refresh-packages', state: 'blocked', after: 'force-overwrite' });
  });

  it('asks no more for what the newest result does not ask for', () => {
    const before = result(['force-overwrite', 'rebind-certificate']);
    const sound = result(
      [],
      [
        { id: 'iis.httpsBinding', status: 'pass' },
        { id: 'httpsys.record', status: 'pass' },
        { id: 'tls.served', status: 'pass' },
      ],
    );
    expect(states(wizard(sound, before, [{ repair: 'force-overwrite', outcome: 'fixed' }]))).toMatchObject({
      'rebind-certificate': 'notNeeded',
      'force-overwrite': 'done',
    });
  });

  it('recommends nothing beside a sure cause that only advice helps: what else is asked for waits for a person', () => {
    const taken = judged([
      { id: 'port-taken', likelihood: 'confirmed', remedies: [] },
      { likelihood: 'possible', remedies: ['start-site', 'refresh-packages'] },
    ]);
    expect(pathOf(wizard(taken)).filter(({ state }) => state === 'blocked')).toEqual([
      { repair: 'start-site', state: 'blocked', after: null },
      { repair: 'refresh-packages', state: 'blocked', after: null },
    ]);
  });

  it.each([
    ['missing-site', { 'restart-agent': 'blocked', 'refresh-packages': 'blocked' }],
    ['agent-registry-access', { 'restart-agent': 'blocked', 'refresh-packages': 'blocked' }],
    ['tls-disabled', { 'restart-agent': 'later', 'refresh-packages': 'blocked' }],
    ['notification-server', { 'restart-agent': 'later', 'refresh-packages': 'notChecked' }],
    ['undetermined', { 'restart-agent': 'later', 'refresh-packages': 'notChecked' }],
  ] as const)('says of %s what comes after the person', (id, expected) => {
    expect(states(wizard(judged([{ id, likelihood: 'confirmed', remedies: [] }])))).toMatchObject(expected);
  });

  it('calls no binding sound where there is none', () => {
    const none = result(
      [],
      [
        { id: 'iis.httpsBinding', status: 'info' },
        { id: 'httpsys.record', status: 'info' },
        { id: 'tls.served', status: 'info' },
      ],
    );
    expect(states(wizard(none))['rebind-certificate']).toBe('notChecked');
  });

  it('takes a warning for answered only by a sure cause that asks for another step', () => {
    const warned = (likelihood: Cause['likelihood']) =>
      judged(
        [{ id: 'restart-needed', likelihood, because: ['iis.features'], remedies: ['restart-agent'] }],
        [{ id: 'iis.features', status: 'warn' }],
      );
    expect(states(wizard(warned('confirmed')))['install-features']).toBe('notNeeded');
    expect(states(wizard(warned('possible')))['install-features']).toBe('notChecked');
  });

  it('calls again for a step whose fault has come back since', () => {
    const asked = result(['rebind-certificate']);
    const fixed = (at: string): Done[] => [{ repair: 'rebind-certificate', outcome: 'fixed', at }];
    expect(states(wizard(asked, asked, fixed('2026-05-04T09:00:00Z')))['rebind-certificate']).toBe('needed');
    expect(states(wizard(asked, asked, fixed('2026-05-04T11:00:00Z')))['rebind-certificate']).toBe('done');
  });

  it.each([
    [[{ repair: 'rebind-certificate', outcome: 'undone' }], 'needed'],
    [[{ repair: 'rebind-certificate', outcome: 'notFixed' }], 'needed'],
    [[{ repair: 'rebind-certificate', outcome: 'pending' }], 'pending'],
    [[{ repair: 'rebind-certificate', outcome: 'notNeeded' }], 'done'],
    [
      [
        {
          repair: 'rebind-certificate',
          outcome: 'fixed',
          afterReboot: { at: '2026-05-04T11:00:00Z', survived: false, detail: '' },
        },
      ],
      'needed',
    ],
    [
      [
        { repair: 'rebind-certificate', outcome: 'fixed' },
        { repair: 'rebind-certificate', outcome: 'declined' },
      ],
      'done',
    ],
    [
      [
        { repair: 'rebind-certificate', outcome: 'fixed' },
        { repair: 'rebind-certificate', outcome: 'undone', way: 'undo' },
      ],
      'needed',
    ],
  ] as [Done[], string][])('after %j', (history, expected) => {
    const asked = result(['rebind-certificate']);
    expect(states(wizard(asked, asked, history))['rebind-certificate']).toBe(expected);
  });

  it('says of what was taken back that it was, unless it is asked for anew', () => {
    const history: Done[] = [
      { repair: 'install-features', outcome: 'fixed' },
      { repair: 'start-site', outcome: 'fixed' },
      { repair: 'start-site', outcome: 'undone', way: 'undo' },
      { repair: 'install-features', outcome: 'undone', way: 'undo' },
    ];
    const before = result(['install-features', 'start-site']);
    expect(states(wizard(result(['start-site']), before, history))).toMatchObject({
      'install-features': 'takenBack',
      'start-site': 'needed',
    });
  });

  it('needs nothing more when nothing is wrong, or all that was asked for is done', () => {
    const none = { 'force-overwrite': 'notNeeded', 'restart-agent': 'notNeeded' };
    const healthy = judged([{ id: 'healthy', likelihood: 'confirmed', remedies: [] }]);
    expect(states(wizard(healthy))).toMatchObject(none);
    const asked = result(['rebind-certificate']);
    const done: Done[] = [{ repair: 'rebind-certificate', outcome: 'fixed', at: '2026-05-04T11:00:00Z' }];
    expect(states(wizard(asked, asked, done))).toMatchObject(none);
    expect(states(wizard(asked))).toMatchObject({ 'force-overwrite': 'later', 'restart-agent': 'later' });
  });

  it('lets the binding wait for a person who gets a certificate, and says what that person does', () => {
    const expired = judged(
      [{ id: 'certificate-expired', likelihood: 'confirmed', remedies: [], advice: 'Renew it.' }],
      [
        { id: 'httpsys.record', status: 'pass' },
        { id: 'tls.served', status: 'pass' },
      ],
    );
    expect(states(wizard(expired))).toMatchObject({ 'rebind-certificate': 'blocked', 'refresh-packages': 'blocked' });
    expect(adviceFirst(wizard(expired))).toBe('Renew it.');
    expect(adviceFirst(wizard(result(['rebind-certificate'])))).toBeNull();
    expect(
      adviceFirst(wizard(judged([{ id: 'healthy', likelihood: 'confirmed', remedies: [], advice: 'Look.' }]))),
    ).toBe(null);
  });

  it('does not take "cannot be told" for published', () => {
    const told = judged(
      [{ id: 'healthy', likelihood: 'confirmed', remedies: [] }],
      [{ id: 'agent.httpsPublished', status: 'info' }],
    );
    expect(states(wizard(told))['refresh-packages']).toBe('notChecked');
  });
});
