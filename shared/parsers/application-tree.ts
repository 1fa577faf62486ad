import type { IisConfig } from '../model/facts/iis.ts';
import type { XmlElement } from './xml-events.ts';

type Application = IisConfig['applications'][number];

/**
 * Collects the `<application>` elements of sites with their virtual directories,
 * element by element as they come.
 */
export function createApplicationCollector(): {
  /** An element somewhere in a `<site>`. */
  read(siteId: number, element: XmlElement, parent: string): void;
  /** All of them; `pool` is what applicationDefaults says, for those that name none. */
  finish(defaultPool: string | null): Application[];
} {
  const applications: Application[] = [];
  /** Pools that a site names for its own applications. */
  const sitePools = new Map<number, string>();
  return {
    read(siteId, { name, attributes }, parent) {
      const path = attributes['path'] ?? '/';
      const pool = attributes['applicationPool'];
      const current = applications.at(-1);
      if (name === 'application' && parent === 'site') {
        applications.push({ siteId, path, pool: pool ?? null, virtualDirectories: [] });
      } else if (name === 'virtualDirectory' && parent === 'application' && current?.siteId === siteId) {
        current.virtualDirectories.push({ path, physicalPath: attributes['physicalPath'] ?? '' });
      } else if (name === 'applicationDefaults' && parent === 'site' && pool !== undefined) {
        sitePools.set(siteId, pool);
      }
    },
    finish: (defaultPool) =>
      applications.map((one) => ({ ...one, pool: one.pool ?? sitePools.get(one.siteId) ?? defaultPool })),
  };
}
