import { describe, expect, it } from 'vitest';
import { RepairId } from '../../shared/model/repair-id.ts';
import { psdoctor, psdoctorJson } from './testing/run-psdoctor.ts';

describe('a command line that lacks something', () => {
  it.each([
    [['repair'], RepairId.options.join(', ')],
    [['plan'], RepairId.options.join(', ')],
    [['diagnose', '--target'], '"psdoctor scenarios" lists them'],
    [['repair', 'rebind-certificate', '--only-if'], 'stale-binding'],
    [['report'], '"psdoctor cases" lists'],
    [['show'], '"psdoctor cases" lists'],
    [['undo'], '"psdoctor cases" lists'],
    [['resume'], '"psdoctor cases" lists'],
    [['report', 'no-such-thing'], '"psdoctor cases" lists'],
    [['practice', '--practice', 'server'], 'reboot, policy-forced, certificate-renewed'],
    [['practice', 'reboot'], '--practice <dir>: the folder of the practice server'],
    [['fleet'], 'result documents and evidence bundles'],
    [['analyze'], 'agent logs'],
    [['diagnos'], '(Did you mean diagnose?) Commands are: diagnose, analyze'],
    [['diagnose', '--targt', 'x'], '(Did you mean --target?)'],
    [['--target', 'x'], 'Options stand behind the command: psdoctor diagnose --target'],
    [['cases', 'C:\\my', 'data'], 'A path with spaces stands in quotes'],
    [['diagnose', '--target', 'recorded:'], 'recorded:PATH'],
  ])('%j is told the choices', async (args, choices) => {
    const { code, stdout, stderr } = await psdoctor(...args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(choices);
    expect(stderr.trimEnd()).not.toContain('\n');
  });

  it('has one answer with --json', async () => {
    const { code, stderr, value } = await psdoctorJson('repair');
    expect({ code, stderr }).toEqual({ code: 2, stderr: '' });
    expect(value).toMatchObject({ code: 'badArguments', message: expect.stringContaining('rebind-certificate') });
  });

  it('is the help when it has no command', async () => {
    const { code, stderr } = await psdoctor();
    expect(code).toBe(2);
    expect(stderr).toMatch(/^Usage: psdoctor/u);
    expect(stderr).not.toContain('(outputHelp)');
  });
});
