import type { World } from '../model/world.ts';
import { altirisKeys } from './altiris-keys.ts';
import { httpKeys } from './http-keys.ts';
import type { RegistryKey } from './registry-key.ts';
import { storeKeys } from './store-keys.ts';
import { iisKeys, windowsKeys } from './windows-keys.ts';

/** The part of the registry that this server's programs are asked about, from its state. */
const registryOf = (world: World): RegistryKey[] => [
  ...httpKeys(world.httpSys),
  ...windowsKeys(world),
  ...iisKeys(world),
  ...altirisKeys(world),
  ...storeKeys(world.certificates),
];

const shortRoots: Readonly<Record<string, string>> = { HKLM: 'HKEY_LOCAL_MACHINE' };

/** A key and all below it, the key first; undefined when there is no such key. */
export function findKey(world: World, name: string): { path: string; below: RegistryKey[] } | undefined {
  const [root = '', ...rest] = name.replace(/\\+$/u, '').split('\\');
  const wanted = [shortRoots[root.toUpperCase()] ?? root, ...rest].join('\\').toLowerCase();
  const below = registryOf(world).filter(({ path }) => `${path}\\`.toLowerCase().startsWith(`${wanted}\\`));
  const [first] = below;
  return first === undefined ? undefined : { path: first.path.slice(0, wanted.length), below };
}
