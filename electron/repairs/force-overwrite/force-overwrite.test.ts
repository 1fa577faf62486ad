import { describe, expect, it } from 'vitest';
import { practiceRepair, yes } from '../testing/practice-repair.ts';

type Setting = Awaited<ReturnType<typeof practiceRepair>>;

describe('force-overwrite', () => {
  const force = (setting: Setting) => setting.repair({ repair: 'force-overwrite' });

  it('shows both layouts of the console, waits for the person, and is proven by the record', async () => {
    const setting = await practiceRepair({ scenario: 'policy-not-forced' });
    const report = await force(setting);
    expect(report.outcome).toBe('pending');
    expect(report.plan?.steps[0]).toMatchObject({
      command: null,
      undo: null,
      words: expect.stringMatching(
        /"Certificates Rollout".*"Install intranet certificate".*"Web Configuration".*"Configure HTTPS binding"/su,
      ),
    });
    // Nothing was done on this server, so nothing stands in the way of another repair.
    expect(await setting.repair({ repair: 'restart-agent' })).toMatchObject({ outcome: 'fixed' });

    await setting.server.change(
      (world) => void (world.agent!.waiting = { ...world.agent!.settings, forceBinding: true }),
    );
    const resumed = await setting.engine.resume(report.case!, yes);
    expect(resumed).toMatchObject({ outcome: 'fixed', detail: expect.stringContaining('Proven') });
    expect(resumed.after?.causes[0]?.id).toBe('healthy');
    // Whoever goes on with it is told again.
    expect(resumed.plan?.cannotBeUndone).toEqual(report.plan?.cannotBeUndone);
    expect(await setting.cases.unfinished()).toBeNull();
  });

  it('is not fixed when the policy that came has no Force', async () => {
    const setting = await practiceRepair({ scenario: 'policy-not-forced' });
    const report = await force(setting);
    expect(await setting.engine.resume(report.case!, yes)).toMatchObject({
      outcome: 'notFixed',
      detail: expect.stringMatching(/httpsys\.owner.*not overwritten/su),
    });
  });

  it('waits for a policy that does not come, and goes on when it has', async () => {
    const setting = await practiceRepair(
      { scenario: 'policy-not-forced' },
      (world) => void (world.agent!.com = 'refused'),
    );
    const report = await force(setting);
    const waiting = await setting.engine.resume(report.case!, yes);
    expect(waiting).toMatchObject({ outcome: 'pending', detail: expect.stringContaining('Policy Last Received') });
    expect(await setting.cases.unfinished()).toMatchObject({ waits: 'policy' });
    expect(await setting.engine.resume(report.case!, yes)).toMatchObject({ outcome: 'pending' });
    await setting.server.happen('policy-forced');
    expect(await setting.engine.resume(report.case!, yes)).toMatchObject({ outcome: 'fixed' });
  });

  it('is given up by undo while it waits, and nothing was changed', async () => {
    const setting = await practiceRepair({ scenario: 'policy-not-forced' });
    const { case: caseId } = await force(setting);
    expect(await setting.engine.undo(caseId!, yes)).toMatchObject({
      outcome: 'undone',
      detail: expect.stringContaining('Nothing was changed'),
    });
    expect(await setting.cases.unfinished()).toBeNull();
  });
});
