import { firstBuildWithoutLegacyConsole } from '../builds.ts';
import type { World } from '../model/world.ts';
import { features, type Feature } from './feature-table.ts';

type Windows = World['windows'];

/** The features that this edition and build have at all. */
export function featuresOf({ build, installationType }: Pick<Windows, 'build' | 'installationType'>): Feature[] {
  const desktop = installationType !== 'Server Core' && build < firstBuildWithoutLegacyConsole;
  return features.filter(({ desktopOnly }) => desktop || desktopOnly === undefined);
}

/** Every feature of the table enabled, as on a package server where all is well. */
export function allEnabled(windows: Pick<Windows, 'build' | 'installationType'>): Windows['features'] {
  return Object.fromEntries(featuresOf(windows).map(({ name }) => [name, 'Enabled' as const]));
}

export const isEnabled = ({ features: states }: Windows, name: string): boolean => states[name] === 'Enabled';

const findFeature = (windows: Windows, name: string): Feature | undefined =>
  // DISM wants the exact case.
  featuresOf(windows).find((feature) => feature.name === name);

/** DISM's exit code; nothing was changed unless it is 0 or 3010. */
export function enableFeatures(
  world: World,
  names: readonly string[],
  { all, source }: { all: boolean; source: boolean },
): number {
  const { windows } = world;
  const wanted: Feature[] = [];
  for (const name of names) {
    const feature = findFeature(windows, name);
    if (feature === undefined) return 0x800f080c;
    const parents = disabledParents(windows, feature);
    if (parents.length > 0 && !all) return 50;
    wanted.push(...parents, feature);
  }
  const change = wanted.filter((feature) => !isEnabled(windows, feature.name));
  if (!source && change.some(({ name }) => windows.features[name] === 'Disabled with Payload Removed')) {
    return 0x800f081f;
  }
  for (const { name } of change) windows.features[name] = 'Enabled';
  return ended(world, change);
}

/** Disables the features and whatever needs them. DISM's exit code. */
export function disableFeatures(world: World, names: readonly string[]): number {
  const { windows } = world;
  if (names.some((name) => findFeature(windows, name) === undefined)) return 0x800f080c;
  const change: Feature[] = [];
  for (const feature of featuresOf(windows)) {
    if (!isEnabled(windows, feature.name)) continue;
    const needs = [feature, ...allParents(windows, feature)].map(({ name }) => name);
    if (needs.some((name) => names.includes(name))) change.push(feature);
  }
  for (const { name } of change) windows.features[name] = 'Disabled';
  return ended(world, change);
}

function ended({ windows }: World, change: readonly Feature[]): number {
  if (!change.some(({ needsReboot }) => needsReboot)) return 0;
  if (!windows.pendingReboot.includes('servicing')) windows.pendingReboot.push('servicing');
  return 3010;
}

function allParents(windows: Windows, { parents }: Feature): Feature[] {
  return parents.flatMap((name) => {
    const parent = findFeature(windows, name);
    return parent === undefined ? [] : [...allParents(windows, parent), parent];
  });
}

/** The parents that are not enabled, the first to be enabled first. */
const disabledParents = (windows: Windows, feature: Feature): Feature[] =>
  allParents(windows, feature).filter(({ name }) => !isEnabled(windows, name));
