import { describe, expect, it } from 'vitest';
import { practiceRepair, yes } from '../testing/practice-repair.ts';

type Setting = Awaited<ReturnType<typeof practiceRepair>>;
type World = Awaited<ReturnType<Setting['server']['world']>>;

const service = ({ services }: World, name: string) => services.find((one) => one.name === name)!;
const agent = (world: World) => service(world, 'AeXNSClient');
const words = (report: { steps: { words: string }[] }) => report.steps.map((step) => step.words);

/** A service that cannot run without the agent's. */
const dependent = (world: World) =>
  world.services.push({
    ...agent(world),
    name: 'PsInventory',
    pid: 4444,
    dependsOn: ['AeXNSClient'],
    stopMs: 60,
    startMs: 0,
  });

describe('restart-agent', () => {
  const restart = (setting: Setting) => setting.repair({ repair: 'restart-agent' });

  it.each(['restart-needed', 'agent-stopped'])('cures %s, proven by another process and the log', async (scenario) => {
    const setting = await practiceRepair({ scenario });
    const { pid } = agent(await setting.server.world());
    const report = await restart(setting);
    expect(report).toMatchObject({ outcome: 'fixed' });
    expect(report.before.causes[0]?.id).toBe(scenario);
    expect(report.after?.causes[0]?.id).toBe('healthy');
    expect(agent(await setting.server.world())).toMatchObject({ state: 'running' });
    expect(agent(await setting.server.world()).pid).not.toBe(pid);
  });

  it('is proven beside other faults that keep the site from being reached', async () => {
    const setting = await practiceRepair({ scenario: 'several-faults' });
    expect(await setting.repair({ repair: 'install-features' })).toMatchObject({ outcome: 'fixed' });
    const report = await restart(setting);
    expect(report).toMatchObject({
      outcome: 'fixed',
      detail: expect.stringMatching(/^Proven by agent\.service, agent\.log\. .*not sound yet: agent\.log: /u),
    });
    expect(report.after?.causes.map(({ id }) => id)).toEqual(['stopped-site', 'stale-binding']);
    // The features that this case takes back are missed again.
    const [first] = (await setting.cases.list()).toReversed();
    await setting.engine.undo((first as { id: string }).id, yes);
    const after = await restart(setting);
    expect(after.before.findings.find(({ id }) => id === 'iis.features')).toMatchObject({
      status: 'warn',
      repairs: ['install-features'],
    });
  });

  it('stops what needs the agent before it, and starts it again after it', async () => {
    const setting = await practiceRepair({ scenario: 'restart-needed' }, dependent);
    const report = await restart(setting);
    expect(report.outcome).toBe('fixed');
    expect(report.plan?.alsoHits.join(' ')).toContain('PsInventory');
    expect(words(report).slice(0, 5)).toEqual([
      expect.stringMatching(/Stop .*PsInventory/u),
      expect.stringMatching(/Stop .*AeXNSClient/u),
      expect.stringMatching(/Start .*AeXNSClient/u),
      expect.stringMatching(/Start .*PsInventory/u),
      expect.stringContaining('Wait until'),
    ]);
    expect(service(await setting.server.world(), 'PsInventory').state).toBe('running');
  });

  it('leaves alone what needs the agent and did not run', async () => {
    const setting = await practiceRepair({ scenario: 'restart-needed' }, (world) => {
      dependent(world);
      Object.assign(service(world, 'PsInventory'), { state: 'stopped', pid: 0 });
    });
    expect(await restart(setting)).toMatchObject({ outcome: 'fixed' });
    expect(service(await setting.server.world(), 'PsInventory').state).toBe('stopped');
  });

  it('says before that it has no undo, and that the service was stopped', async () => {
    const setting = await practiceRepair({ scenario: 'agent-stopped' });
    const { plan } = await setting.engine.plan({
      repair: 'restart-agent',
      endpoint: null,
      certificate: null,
      takeOver: false,
    });
    expect(plan.cannotBeUndone).toEqual([expect.stringContaining('was stopped before')]);
    const { case: caseId } = await restart(setting);
    await expect(setting.engine.undo(caseId!, yes)).rejects.toMatchObject({ code: 'refused' });
  });

  it('reports a service that hangs in its stop, does not kill it, and goes on when it has stopped after all', async () => {
    const patience = { service: 60, agent: 500, quiet: 0, look: 10, addRetries: [], proofRetries: [], lock: 0 };
    const setting = await practiceRepair(
      { scenario: 'restart-needed' },
      (world) => void (agent(world).stopMs = null),
      patience,
    );
    const { pid } = agent(await setting.server.world());
    const report = await restart(setting);
    expect(report).toMatchObject({
      outcome: 'failed',
      detail: expect.stringMatching(/not killed.*StopPending.*still stopping/su),
    });
    expect(agent(await setting.server.world()).pid).toBe(pid);
    await expect(restart(setting)).rejects.toMatchObject({
      code: 'refused',
      message: expect.stringContaining('StopPending'),
    });
    await setting.server.change(
      (world) => void Object.assign(agent(world), { pendingUntil: null, stopMs: 0, startMs: 0 }),
    );
    expect(await setting.engine.resume(report.case!, yes)).toMatchObject({ outcome: 'undone' });
    expect(agent(await setting.server.world())).toMatchObject({ state: 'running', pendingUntil: null });
  });

  it('refuses a disabled service, with what that means', async () => {
    const setting = await practiceRepair(
      { scenario: 'agent-stopped' },
      (world) => void (agent(world).startMode = 'disabled'),
    );
    await expect(restart(setting)).rejects.toMatchObject({ code: 'refused', message: expect.stringContaining('1058') });
  });

  it.each([
    [{ kind: 'exit', code: 1053 } as const, 'did not answer in time'],
    [{ kind: 'exit', code: 2 } as const, 'KB258356'],
    [{ kind: 'missing' } as const, 'notFound'],
  ])('says why the start failed: %j', async (fault, meaning) => {
    const setting = await practiceRepair({ scenario: 'agent-stopped' });
    setting.server.fault('sc', fault, { when: (args) => args[0] === 'start' });
    const report = await restart(setting);
    expect(report).toMatchObject({ outcome: 'failed', detail: expect.stringContaining(meaning) });
    expect(agent(await setting.server.world()).state).toBe('stopped');
  });

  it('starts the agent again when it was stopped and its own start failed once', async () => {
    const setting = await practiceRepair({ scenario: 'restart-needed' });
    let left = 1;
    setting.server.fault('sc', { kind: 'exit', code: 1053 }, { when: (args) => args[0] === 'start' && left-- > 0 });
    expect(await restart(setting)).toMatchObject({ outcome: 'undone', detail: expect.stringContaining('1053') });
    expect(agent(await setting.server.world()).state).toBe('running');
  });

  it('is not fixed when the plug-in does not start, and names the line', async () => {
    const setting = await practiceRepair({ scenario: 'agent-registry-access' });
    const report = await restart(setting);
    expect(report).toMatchObject({
      outcome: 'notFixed',
      detail: expect.stringContaining('Failed to create Package Server registry keys'),
    });
    expect(await setting.cases.unfinished()).toBeNull();
  });
});
