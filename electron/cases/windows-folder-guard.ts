import { readdir } from 'node:fs/promises';
import { ownElevation } from '../app/own-elevation.ts';
import type { Host } from '../host/host.ts';
import { whySddlIsLoose } from './folder-safety.ts';

/** SYSTEM and Administrators in full, nothing inherited; the owner is Administrators. */
const tight = 'O:BAG:BAD:P(A;OICI;FA;;;SY)(A;OICI;FA;;;BA)';

/** Prints the folder's security descriptor, after setting it when one is given. */
function script(folder: string, sddl: string | null): string {
  const literal = (text: string): string => `'${text.replace(/['\u2018\u2019\u201a\u201b]/gu, '$&$&')}'`;
  const set =
    sddl === null
      ? ''
      : `$s = New-Object System.Security.AccessControl.DirectorySecurity; $s.SetSecurityDescriptorSddlForm(${literal(sddl)}); Set-Acl -LiteralPath $p -AclObject $s;`;
  return `# psdoctor-script: folder\n$ErrorActionPreference = 'Stop'; $p = ${literal(folder)}; ${set} (Get-Acl -LiteralPath $p).Sddl`;
}

/**
 * Why a data folder on Windows is looser than administrators and SYSTEM, or
 * null. A folder with nothing in it yet (one under ProgramData inherits that
 * users may add files) is made tight first; one that holds something already is
 * only judged, for somebody else may have put it there. An answer that cannot be
 * had is a reason, never a pass.
 */
export function windowsFolderGuard(host: Host): (folder: string) => Promise<string | null> {
  const ask = async (folder: string, sddl: string | null): Promise<string | null> => {
    const encoded = Buffer.from(script(folder, sddl), 'utf16le').toString('base64');
    const answer = await host.run({
      name: `powershell.folder.${sddl === null ? 'read' : 'protect'}`,
      tool: 'powershell',
      args: ['-NoProfile', '-NonInteractive', '-EncodedCommand', encoded],
      timeoutMs: 30_000,
    });
    return answer.ok ? whySddlIsLoose(answer.stdout.text.trim()) : 'its access list could not be read';
  };
  return async (folder) => {
    const loose = await ask(folder, null);
    if (loose === null || (await readdir(folder)).length > 0) return loose;
    return ask(folder, tight);
  };
}

/** The same for this process: without elevation there is nothing to hand out, and the folder is the user's own. */
export async function whyWindowsFolderIsLoose(folder: string): Promise<string | null> {
  if (!(await ownElevation())) return null;
  const { createWindowsHost } = await import('../host/windows/windows-host.ts');
  const host = createWindowsHost();
  try {
    return await windowsFolderGuard(host)(folder);
  } finally {
    await host.dispose();
  }
}
