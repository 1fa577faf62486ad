import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import type { CommandQuestion, Host } from '../host/host.ts';
import { windowsFolderGuard } from './windows-folder-guard.ts';

const tight = 'O:BAG:BAD:P(A;OICI;FA;;;SY)(A;OICI;FA;;;BA)';
const inherited = 'O:BAG:BAD:AI(A;OICIID;FA;;;SY)(A;OICIID;FA;;;BA)(A;CIID;DCLCRPCR;;;BU)';

/** A PowerShell that keeps one folder's descriptor, as Set-Acl and Get-Acl would. */
function powershell(sddl: string, failing = false) {
  const state = { sddl, scripts: [] as string[] };
  const run = ({ args }: CommandQuestion) => {
    const script = Buffer.from(args.at(-1) ?? '', 'base64').toString('utf16le');
    state.scripts.push(script);
    state.sddl = /SetSecurityDescriptorSddlForm\('([^']*)'\)/u.exec(script)?.[1] ?? state.sddl;
    return Promise.resolve({ ok: !failing, stdout: { text: `${state.sddl}\r\n` } });
  };
  return { state, guard: windowsFolderGuard({ run } as unknown as Host) };
}

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "psdoctor-it's-"));
  onTestFinished(() => rm(folder, { recursive: true }));
});

describe('windowsFolderGuard', () => {
  it('leaves a tight folder alone', async () => {
    const { state, guard } = powershell(tight);
    expect(await guard(folder)).toBeNull();
    expect(state.scripts).toHaveLength(1);
    expect(state.scripts[0]).toContain(`$p = '${folder.replaceAll("'", "''")}'`);
  });

  it('makes an empty folder tight, and reads it back', async () => {
    const { state, guard } = powershell(inherited);
    expect(await guard(folder)).toBeNull();
    expect(state.sddl).toBe(tight);
  });

  it('only judges a folder that holds something', async () => {
    await writeFile(join(folder, 'planted'), '');
    const { state, guard } = powershell(inherited);
    expect(await guard(folder)).toBe('BU may write to it');
    expect(state.sddl).toBe(inherited);
  });

  it('takes no answer for no pass', async () => {
    expect(await powershell(tight, true).guard(folder)).toBe('its access list could not be read');
  });
});
