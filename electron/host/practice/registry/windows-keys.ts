import { productNames } from '../builds.ts';
import { featuresOf, isEnabled } from '../features/features.ts';
import { languageOf } from '../languages/languages.ts';
import type { World } from '../model/world.ts';
import { dword, multiSz, sz, type RegistryKey, type RegistryValue } from './registry-key.ts';

const software = 'HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft';
const control = 'HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Control';
const currentVersion = `${software}\\Windows\\CurrentVersion`;

/** What the registry holds of Windows itself. */
export function windowsKeys({ windows, language }: World): RegistryKey[] {
  const { oemPage, ansiPage } = languageOf(language);
  const [host = '', ...domain] = windows.fqdn.split('.');
  return [
    {
      path: `${software}\\Windows NT\\CurrentVersion`,
      values: [
        sz('CurrentBuildNumber', String(windows.build)),
        sz('InstallationType', windows.installationType),
        sz('ProductName', productNames[windows.build] ?? 'Windows Server'),
      ],
    },
    { path: `${software}\\Cryptography`, values: [sz('MachineGuid', windows.machineGuid)] },
    { path: `${control}\\Nls\\CodePage`, values: [sz('ACP', String(ansiPage)), sz('OEMCP', String(oemPage))] },
    {
      path: `${control}\\ProductOptions`,
      values: [sz('ProductType', windows.installationType === 'Client' ? 'WinNT' : 'ServerNT')],
    },
    {
      path: 'HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Services\\Tcpip\\Parameters',
      values: [sz('Hostname', host), sz('Domain', domain.join('.'))],
    },
    ...pendingKeys(windows.pendingReboot),
    ...schannelKeys(windows.schannel),
  ];
}

function pendingKeys(pending: World['windows']['pendingReboot']): RegistryKey[] {
  const renames = pending.includes('fileRenames')
    ? [multiSz('PendingFileRenameOperations', [String.raw`\??\C:\Windows\Temp\practice.tmp`, ''])]
    : [];
  const servicing = `${currentVersion}\\Component Based Servicing`;
  const update = `${currentVersion}\\WindowsUpdate\\Auto Update`;
  return [
    { path: servicing, values: [] },
    ...(pending.includes('servicing') ? [{ path: `${servicing}\\RebootPending`, values: [] }] : []),
    { path: update, values: [] },
    ...(pending.includes('windowsUpdate') ? [{ path: `${update}\\RebootRequired`, values: [] }] : []),
    { path: `${control}\\Session Manager`, values: renames },
  ];
}

/** Windows creates no key for a protocol by itself, except the client's of SSL 2.0. */
function schannelKeys(schannel: World['windows']['schannel']): RegistryKey[] {
  const root = `${control}\\SecurityProviders\\SCHANNEL\\Protocols`;
  const value = (name: string, data: number | null): RegistryValue[] => (data === null ? [] : [dword(name, data)]);
  return [
    { path: root, values: [] },
    { path: `${root}\\SSL 2.0\\Client`, values: [dword('DisabledByDefault', 1)] },
    ...Object.entries(schannel).map(([protocol, { enabled, disabledByDefault }]) => ({
      path: `${root}\\${protocol}\\Server`,
      values: [...value('Enabled', enabled), ...value('DisabledByDefault', disabledByDefault)],
    })),
  ];
}

/** `InetStp`, which is there while IIS is. */
export function iisKeys({ windows }: World): RegistryKey[] {
  const root = `${software}\\InetStp`;
  if (!isEnabled(windows, 'IIS-WebServerRole')) return [];
  return [
    {
      path: root,
      values: [
        dword('MajorVersion', 10),
        dword('MinorVersion', 0),
        sz('ProductString', 'Internet Information Services'),
      ],
    },
    {
      path: `${root}\\Components`,
      values: featuresOf(windows).flatMap(({ name, component }) =>
        component !== null && isEnabled(windows, name) ? [dword(component, 1)] : [],
      ),
    },
  ];
}
