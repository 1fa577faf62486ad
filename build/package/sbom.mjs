import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { npm } from '../npm.mjs';
import { run } from '../test/run.mjs';
import { product } from './names.mjs';
import { shippedPackages } from './shipped.mjs';

/**
 * Writes the bill of materials (CycloneDX JSON) as npm makes it of the lock file, with what is shipped beside npm's
 * packages.
 * @param {string} folder
 * @param {{ name: string, version: string }[]} runtimes such as Electron
 * @returns {Promise<string>} the file
 * @throws {Error} with npm's words
 */
export async function writeSbom(folder, runtimes) {
  const { command, args, shell } = npm(['sbom', '--sbom-format', 'cyclonedx', '--omit', 'dev', '--package-lock-only']);
  const { ok, output } = await run(command, args, { shell });
  if (!ok) throw new Error(`npm sbom failed:\n${output.trim()}`);
  /** @type {{ components: { name: string, version: string, purl?: string }[] }} */
  const sbom = JSON.parse(output.slice(output.indexOf('{')));
  // npm leaves out what a development dependency needs as well, such as zod.
  const listed = new Set(sbom.components.map(({ purl }) => purl));
  sbom.components.push(...[...shippedPackages(), ...runtimes].map(component).filter(({ purl }) => !listed.has(purl)));
  const path = join(folder, `${product.id}-${product.version}-sbom.cdx.json`);
  writeFileSync(path, `${JSON.stringify(sbom, null, 2)}\n`);
  return path;
}

/** @param {{ name: string, version: string, license?: string }} shipped */
function component({ name, version, license }) {
  const purl = `pkg:npm/${name.replace(/^@/, '%40')}@${version}`;
  return {
    'bom-ref': `${name}@${version}`,
    type: 'library',
    name,
    version,
    purl,
    ...(license === undefined ? {} : { licenses: [{ license: { id: license } }] }),
  };
}
