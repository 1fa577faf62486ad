import { parseRegQuery, readText, type RegistryKey } from '../../../shared/parsers/reg-query.ts';
import type { CodePages } from '../decode.ts';
import { toolPath } from '../tools.ts';
import { toolEnvironment } from './environment.ts';
import { runCommand } from './run-command.ts';
import type { WindowsWorld } from './world.ts';

/** What the Host itself must know of the server; numbers and names, in no language. */
export interface ServerRegistry {
  /** The code pages of this Windows; null when they cannot be read. */
  codePages(): Promise<CodePages | null>;
  /** Host name with the DNS domain when there is one; null when it cannot be read. */
  fqdn(): Promise<string | null>;
  /** What the installation of Windows gave itself, as other Windows do not have it; null when it cannot be read. */
  machineGuid(): Promise<string | null>;
}

const timeoutMs = 10_000;
const control = 'HKLM\\SYSTEM\\CurrentControlSet';
const cryptography = 'HKLM\\SOFTWARE\\Microsoft\\Cryptography';

/** Each key is read when it is first needed, and remembered once it was there. */
export function serverRegistry(world: WindowsWorld): ServerRegistry {
  const query = async (key: string): Promise<RegistryKey | null> => {
    const { ok, stdout } = await runCommand(world.mapPath(toolPath('reg', world.systemRoot)), ['query', key], {
      timeoutMs,
      systemFolder: world.systemFolder,
      env: toolEnvironment(world.environment, world.systemRoot),
    });
    return ok ? (parseRegQuery(Buffer.from(stdout).toString('latin1'))[0] ?? null) : null;
  };
  return {
    codePages: remember(async () => {
      const key = await query(`${control}\\Control\\Nls\\CodePage`);
      const [oem, ansi] = ['OEMCP', 'ACP'].map((name) => Number((key && readText(key, name)) ?? 0));
      return oem && ansi ? { oem, ansi } : null;
    }),
    fqdn: remember(async () => {
      const key = await query(`${control}\\Services\\Tcpip\\Parameters`);
      const text = (name: string) => (key && (readText(key, name) || readText(key, `NV ${name}`))) || null;
      const host = text('Hostname');
      return host && [host, text('Domain')].filter((part) => part !== null).join('.');
    }),
    machineGuid: remember(async () => {
      const key = await query(cryptography);
      const text = (key && readText(key, 'MachineGuid'))?.toLowerCase() ?? '';
      return /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/u.test(text) ? text : null;
    }),
  };
}

function remember<T>(read: () => Promise<T | null>): () => Promise<T | null> {
  let remembered: Promise<T | null> | null = null;
  return async () => {
    const value = await (remembered ??= read());
    if (value === null) remembered = null;
    return value;
  };
}
