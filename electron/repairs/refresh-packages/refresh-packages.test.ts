import { describe, expect, it } from 'vitest';
import { practiceRepair, yes } from '../testing/practice-repair.ts';

type Setting = Awaited<ReturnType<typeof practiceRepair>>;

const isScript = (args: readonly string[], name: string): boolean =>
  Buffer.from(args.at(-1) ?? '', 'base64')
    .toString('utf16le')
    .startsWith(`# psdoctor-script: ${name}`);

describe('refresh-packages', () => {
  const refresh = (setting: Setting) => setting.repair({ repair: 'refresh-packages' });

  it('is proven by the directories that the log tells', async () => {
    const setting = await practiceRepair({ scenario: 'healthy', language: 'de-DE' });
    const { time } = (await setting.server.world()).agent!.packages[0]!;
    const report = await refresh(setting);
    expect(report).toMatchObject({ outcome: 'fixed' });
    expect((await setting.server.world()).agent!.packages[0]!.time).not.toBe(time);
    expect(report.steps[0]?.detail).toContain('virtual directory');
  });

  it('is not fixed when the self-test error comes back', async () => {
    const setting = await practiceRepair({ scenario: 'missing-record' });
    expect(await refresh(setting)).toMatchObject({
      outcome: 'notFixed',
      detail: expect.stringContaining('could not access own Web Site using HTTPS'),
    });
    expect(await setting.cases.unfinished()).toBeNull();
  });

  it('waits for a person where the agent refuses, and is proven when they have done it', async () => {
    const setting = await practiceRepair({ scenario: 'healthy' }, (world) => void (world.agent!.com = 'refused'));
    const report = await refresh(setting);
    expect(report).toMatchObject({
      outcome: 'pending',
      detail: expect.stringMatching(/0x80070005.*Agent UI > Package Server tab > Refresh All Packages/u),
    });
    expect(await setting.cases.unfinished()).toMatchObject({
      case: report.case,
      waits: 'person',
      words: expect.stringContaining('waits for a person'),
    });
    await expect(refresh(setting)).rejects.toMatchObject({ code: 'busy' });

    const tooEarly = await setting.engine.resume(report.case!, yes);
    expect(tooEarly).toMatchObject({
      outcome: 'notFixed',
      detail: expect.stringContaining('does not tell that virtual directories'),
    });

    const again = await refresh(setting);
    await setting.server.happen('reboot');
    expect(await setting.engine.resume(again.case!, yes)).toMatchObject({ outcome: 'fixed' });
  });

  it.each([{ kind: 'missing' }, { kind: 'garbage' }, { kind: 'exit', code: 1 }] as const)(
    'fails when powershell does so: %j',
    async (fault) => {
      const setting = await practiceRepair({ scenario: 'healthy' });
      setting.server.fault('powershell', fault, { when: (args) => isScript(args, 'refresh-packages') });
      expect(await refresh(setting)).toMatchObject({ outcome: 'failed' });
    },
  );

  it('is not fixed when the answer is good and nothing happened', async () => {
    const setting = await practiceRepair({ scenario: 'healthy' });
    setting.server.fault('powershell', { kind: 'noEffect' }, { when: (args) => isScript(args, 'refresh-packages') });
    expect(await refresh(setting)).toMatchObject({ outcome: 'notFixed' });
  });

  it('is refused while nobody could do it', async () => {
    const setting = await practiceRepair({ scenario: 'agent-stopped' });
    await expect(refresh(setting)).rejects.toMatchObject({
      code: 'refused',
      message: expect.stringContaining('restart-agent'),
    });
  });
});
