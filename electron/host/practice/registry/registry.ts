import { productNames } from '../builds.ts';
import { languageOf } from '../languages/languages.ts';
import type { World } from '../model/world.ts';
import { httpKeys } from './http-keys.ts';
import { sz, type RegistryKey } from './registry-key.ts';

const machine = 'HKEY_LOCAL_MACHINE';

/** The part of the registry that this server's programs are asked about, from its state. */
function registryOf(world: World): RegistryKey[] {
  const { windows, agent } = world;
  const { oemPage, ansiPage } = languageOf(world.language);
  const [host = '', ...domain] = windows.fqdn.split('.');
  return [
    ...httpKeys(world.httpSys.registry),
    {
      path: `${machine}\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion`,
      values: [
        sz('CurrentBuildNumber', String(windows.build)),
        sz('InstallationType', windows.installationType),
        sz('ProductName', productNames[windows.build] ?? 'Windows Server'),
      ],
    },
    {
      path: `${machine}\\SYSTEM\\CurrentControlSet\\Control\\Nls\\CodePage`,
      values: [sz('ACP', String(ansiPage)), sz('OEMCP', String(oemPage))],
    },
    {
      path: `${machine}\\SYSTEM\\CurrentControlSet\\Control\\ProductOptions`,
      values: [sz('ProductType', windows.installationType === 'Client' ? 'WinNT' : 'ServerNT')],
    },
    {
      path: `${machine}\\SYSTEM\\CurrentControlSet\\Services\\Tcpip\\Parameters`,
      values: [sz('Hostname', host), sz('Domain', domain.join('.'))],
    },
    ...(agent === null ? [] : agentKeys(agent)),
  ];
}

function agentKeys(agent: NonNullable<World['agent']>): RegistryKey[] {
  const root = `${machine}\\SOFTWARE\\Altiris\\Altiris Agent`;
  return [
    { path: root, values: [sz('InstallDir', agent.installDir), sz('Version', agent.version)] },
    ...(agent.packageServer ? [{ path: `${root}\\Package Server`, values: [] }] : []),
    { path: `${root}\\Servers`, values: [sz('', agent.notificationServer)] },
  ];
}

const shortRoots: Readonly<Record<string, string>> = { HKLM: machine };

/** A key and all below it, the key first; undefined when there is no such key. */
export function findKey(world: World, name: string): { path: string; below: RegistryKey[] } | undefined {
  const [root = '', ...rest] = name.replace(/\\+$/u, '').split('\\');
  const wanted = [shortRoots[root.toUpperCase()] ?? root, ...rest].join('\\').toLowerCase();
  const below = registryOf(world).filter(({ path }) => `${path}\\`.toLowerCase().startsWith(`${wanted}\\`));
  const [first] = below;
  return first === undefined ? undefined : { path: first.path.slice(0, wanted.length), below };
}
