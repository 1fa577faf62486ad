import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { inRoot } from '../paths.mjs';
import { product } from './names.mjs';
import { writeZip } from './zip.mjs';

/** What the collector runs beside its own script: the scripts that a diagnosis runs, as they are. */
const scripts = ['agent.ps1', 'machine.ps1'];

/**
 * The collector: scripts for servers where no other program may run.
 * @param {string} output a folder
 * @returns {Promise<string>} the zip
 */
export async function packageCollector(output) {
  const own = inRoot('build', 'collector');
  const path = join(output, `psdoctor-collector-${product.version}.zip`);
  await writeZip(path, [
    ...readdirSync(own)
      .filter((name) => /\.(?:cmd|ps1|txt)$/.test(name))
      .map((name) => ({ name: `collector/${name}`, file: join(own, name) })),
    ...scripts.map((name) => ({ name: `collector/${name}`, file: inRoot('electron', 'probes', 'scripts', name) })),
    { name: 'collector/LICENSE.txt', file: inRoot('LICENSE') },
  ]);
  return path;
}
