import { describe, expect, it } from 'vitest';
import type { Cause } from '../../../shared/model/cause.ts';
import type { Finding } from '../../../shared/model/finding.ts';
import type { RepairReport } from '../../../shared/model/repair.ts';
import type { Result } from '../../../shared/model/result.ts';
import type { WizardState } from '../../../shared/model/wizard-state.ts';
import { pathOf } from './path.ts';

const result = (remedies: Cause['remedies'], findings: Pick<Finding, 'id' | 'status'>[] = []) =>
  ({ causes: [{ remedies }], findings }) as unknown as Result;

const wizard = (now: Result | null, before: Result | null = null, report: Partial<RepairReport> | null = null) =>
  ({ diagnosis: { result: now, before }, repair: { report } }) as unknown as WizardState;

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
    const after = wizard(result([]), before, { repair: 'rebind-certificate', outcome: 'fixed' });
    expect(states(after)).toMatchObject({ 'rebind-certificate': 'done', 'refresh-packages': 'needed' });
  });

  it('does not count a repair that was taken back as done', () => {
    const asked = result(['rebind-certificate']);
    expect(
      states(wizard(asked, asked, { repair: 'rebind-certificate', outcome: 'undone' }))['rebind-certificate'],
    ).toBe('needed');
  });
});
