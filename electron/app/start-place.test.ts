import { describe, expect, it } from 'vitest';
import type { CommandAnswer, CommandQuestion } from '../host/host.ts';
import { startPlaceWarnings, whyPlaceIsLoose, type PlaceLook } from './start-place.ts';

const look = (changes: Partial<PlaceLook> = {}): PlaceLook => ({
  real: (folder) => Promise.resolve(folder),
  whyLoose: () => Promise.resolve(null),
  ...changes,
});

describe('startPlaceWarnings', () => {
  it('says nothing of a local folder that only administrators write to', async () => {
    expect(await startPlaceWarnings('C:\\Program Files\\Package Server Doctor', look())).toEqual([]);
  });

  it.each([
    ['a share', String.raw`\\files\tools$\psdoctor`],
    ['a share in the long form', String.raw`\\?\UNC\files\tools$\psdoctor`],
  ])('warns of %s, by its name', async (_what, path) => {
    expect(await startPlaceWarnings(path, look())).toEqual([expect.stringContaining(String.raw`\\files\tools$.`)]);
  });

  it('warns of a mapped drive, by the share behind it', async () => {
    const mapped = look({ real: () => Promise.resolve(String.raw`\\files\tools\psdoctor`) });
    expect(await startPlaceWarnings('Z:\\psdoctor', mapped)).toEqual([
      expect.stringContaining(String.raw`\\files\tools.`),
    ]);
  });

  it('takes the long form of a local path for a local path', async () => {
    expect(await startPlaceWarnings(String.raw`\\?\C:\Tools`, look())).toEqual([]);
  });

  it('warns of a folder that others may write to, with the reason', async () => {
    const loose = look({ whyLoose: () => Promise.resolve('BU may write to it') });
    expect(await startPlaceWarnings('C:\\Tools', loose)).toEqual([expect.stringContaining('BU may write to it')]);
  });

  it('warns where nothing can be found out: unknown is no pass', async () => {
    const blind = look({ whyLoose: () => Promise.reject(new Error('no')) });
    expect(await startPlaceWarnings('C:\\Tools', blind)).toEqual([expect.stringContaining('could not be found out')]);
  });
});

describe('whyPlaceIsLoose', () => {
  const self = 'S-1-5-21-1-2-3-1001';
  const asked: CommandQuestion[] = [];
  const answering = (sddl: string, ok = true) => ({
    run(question: CommandQuestion) {
      asked.push(question);
      return Promise.resolve({ ok, stdout: { text: `${sddl}\r\n${self}\r\n` } } as CommandAnswer);
    },
  });
  const programFiles =
    'O:S-1-5-80-956008885-3418522649-1831038044-1853292631-2271478464D:PAI(A;;FA;;;S-1-5-80-956008885-3418522649-1831038044-1853292631-2271478464)(A;;FA;;;SY)(A;OICI;0x1200a9;;;BU)(A;OICI;0x1200a9;;;AC)';

  it.each([
    ['Program Files', programFiles, null],
    ['the own folder of this account', `O:${self}D:(A;OICI;FA;;;SY)(A;OICI;FA;;;BA)(A;OICI;FA;;;${self})`, null],
    [
      'a folder below C:\\',
      'O:BAD:AI(A;OICIID;FA;;;BA)(A;OICIID;0x1200a9;;;BU)(A;CIID;LC;;;BU)(A;CIID;DC;;;BU)',
      'BU may write to it',
    ],
    ['another account’s folder', 'O:S-1-5-21-1-2-3-1002D:(A;;FA;;;BA)', 'it belongs to S-1-5-21-1-2-3-1002'],
  ])('judges %s', async (_what, sddl, why) => {
    expect(await whyPlaceIsLoose(answering(sddl), 'C:\\x')).toBe(why);
  });

  it('passes nothing of which the rights cannot be read', async () => {
    expect(await whyPlaceIsLoose(answering('', false), 'C:\\x')).toBe('its access list could not be read');
  });

  it('puts the folder into the script as a literal', async () => {
    asked.length = 0;
    await whyPlaceIsLoose(answering(programFiles), "C:\\it's\u2019; Remove-Item x");
    const script = Buffer.from(asked[0]?.args.at(-1) ?? '', 'base64').toString('utf16le');
    expect(script).toContain("-LiteralPath 'C:\\it''s\u2019\u2019; Remove-Item x'");
  });
});
