import { realpath } from 'node:fs/promises';
import { whyModeIsLoose, whySddlIsLoose } from '../cases/folder-safety.ts';
import type { Host } from '../host/host.ts';

/** Who installs Windows' own folders (TrustedInstaller), and accounts that are administrators by themselves. */
const installers = ['S-1-5-80-956008885-3418522649-1831038044-1853292631-2271478464', 'LA', 'DA', 'EA'];

/** How a place is looked at; tests replace it. */
export interface PlaceLook {
  /** The path without links and mapped drives: of a mapped drive Windows tells the share. */
  real(folder: string): Promise<string>;
  /** Why others than this account and administrators can write there, or null. */
  whyLoose(folder: string): Promise<string | null>;
}

/**
 * What speaks against the folder that this program was started from, in
 * sentences for a person. A start is never refused for it: on a customer's
 * server a share may be all there is.
 */
export async function startPlaceWarnings(folder: string, look: PlaceLook): Promise<string[]> {
  const real = await look.real(folder).catch(() => folder);
  const share = /^\\\\(?:\?\\UNC\\)?(?![.?]\\)([^\\]+\\[^\\]+)/u.exec(real)?.[1];
  if (share !== undefined) {
    return [
      `The wizard was started from the share \\\\${share}. Whoever may write there decides what runs here with your rights, and a repair should not depend on the network. Copy the folder to a local disk that administrators alone may write to.`,
    ];
  }
  const loose = await look.whyLoose(real).catch(() => 'who may write to it could not be found out');
  if (loose === null) return [];
  return [
    `The wizard was started from ${real}, and that folder is not safe: ${loose}. Whoever may write there decides what runs here with your rights. Copy it to a folder that administrators alone may write to, or install it.`,
  ];
}

/** Prints the folder's security descriptor, and who asks. */
const script = (folder: string): string =>
  `# psdoctor-script: place\n$ErrorActionPreference = 'Stop'; (Get-Acl -LiteralPath '${folder.replace(/['\u2018\u2019\u201a\u201b]/gu, '$&$&')}').Sddl; [Security.Principal.WindowsIdentity]::GetCurrent().User.Value`;

/** Reads a folder's rights with Windows' own programs; an answer that cannot be had is a reason, never a pass. */
export async function whyPlaceIsLoose(host: Pick<Host, 'run'>, folder: string): Promise<string | null> {
  const encoded = Buffer.from(script(folder), 'utf16le').toString('base64');
  const answer = await host.run({
    name: 'powershell.place',
    tool: 'powershell',
    args: ['-NoProfile', '-NonInteractive', '-EncodedCommand', encoded],
    timeoutMs: 30_000,
  });
  const [sddl = '', self = ''] = answer.stdout.text.trim().split(/\r?\n/u);
  return answer.ok ? whySddlIsLoose(sddl, [...installers, self]) : 'its access list could not be read';
}

/** This system's own look. */
export const placeHere: PlaceLook = {
  real: (folder) => realpath(folder),
  async whyLoose(folder) {
    if (process.platform !== 'win32') return whyModeIsLoose(folder);
    const { createWindowsHost } = await import('../host/windows/windows-host.ts');
    const host = createWindowsHost();
    try {
      return await whyPlaceIsLoose(host, folder);
    } finally {
      await host.dispose();
    }
  },
};
