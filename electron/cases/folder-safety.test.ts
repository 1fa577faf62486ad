import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { whyModeIsLoose, whySddlIsLoose } from './folder-safety.ts';

describe('whySddlIsLoose', () => {
  it.each([
    ['O:BAG:BAD:P(A;OICI;FA;;;SY)(A;OICI;FA;;;BA)'],
    ['O:SYG:SYD:PAI(A;OICI;FA;;;SY)(A;OICI;FA;;;BA)(A;OICI;0x1200a9;;;BU)'],
    ['O:BAG:DUD:AI(A;OICIID;FA;;;SY)(A;OICIIOID;GA;;;CO)(A;OICIID;FA;;;S-1-5-32-544)'],
    ['O:BAG:BAD:P(D;OICI;FA;;;BU)(A;OICI;FA;;;BA)'],
  ])('finds %s tight', (sddl) => {
    expect(whySddlIsLoose(sddl)).toBeNull();
  });

  it.each([
    // What a folder below ProgramData inherits: users may add files and folders.
    [
      'O:BAG:BAD:AI(A;OICIID;FA;;;SY)(A;OICIID;FA;;;BA)(A;OICIID;0x1200a9;;;BU)(A;CIID;DCLCRPCR;;;BU)',
      'BU may write to it',
    ],
    ['O:S-1-5-21-1-2-3-1001G:BAD:P(A;OICI;FA;;;SY)', 'it belongs to S-1-5-21-1-2-3-1001'],
    ['O:BAG:BAD:P(A;OICI;0x1301bf;;;AU)', 'AU may write to it'],
    ['O:BAG:BAD:P(A;;WD;;;WD)', 'WD may write to it'],
    ['O:BAG:BAD:NO_ACCESS_CONTROL', 'everybody may write to it'],
    ['O:BAG:BA', 'its access list could not be read'],
    ['', 'it belongs to nobody that could be read'],
  ])('finds %s loose', (sddl, why) => {
    expect(whySddlIsLoose(sddl)).toBe(why);
  });
});

describe.skipIf(process.platform === 'win32')('whyModeIsLoose', () => {
  it.each([
    [0o700, null],
    [0o755, null],
    [0o770, 'its group or everybody may write to it'],
    [0o707, 'its group or everybody may write to it'],
  ])('judges mode %o', async (mode, why) => {
    const folder = await mkdtemp(join(tmpdir(), 'psdoctor-mode-'));
    onTestFinished(() => rm(folder, { recursive: true }));
    await chmod(folder, mode);
    expect(await whyModeIsLoose(folder)).toBe(why);
  });
});
