import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inRoot } from '../paths.mjs';

/** @typedef {{ name: string, version: string, license: string, folder: string }} ShippedPackage */

/**
 * The npm packages that the bundles can hold: all that the lock file reaches from `dependencies`. Bundling leaves
 * out what is not used, so this is rather too many than too few.
 * @returns {ShippedPackage[]} by name
 */
export function shippedPackages() {
  /** @type {{ packages: Record<string, { version: string, license?: string, dev?: boolean, optional?: boolean, devOptional?: boolean }> }} */
  const { packages } = JSON.parse(readFileSync(inRoot('package-lock.json'), 'utf8'));
  return Object.entries(packages)
    .filter(([path, { dev, devOptional }]) => path !== '' && !dev && !devOptional && existsSync(inRoot(path)))
    .map(([path, { version, license }]) => ({
      name: path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length),
      version,
      license: license ?? 'UNKNOWN',
      folder: join(inRoot(), path),
    }))
    .sort((a, b) => a.name.localeCompare(b.name) || a.version.localeCompare(b.version));
}
