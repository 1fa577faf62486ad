import { mkdirSync, rmSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { writeChecksums } from './checksums.mjs';
import { packageCollector } from './collector.mjs';
import { consoleNode } from './console/node.mjs';
import { packagePsdoctor } from './console/psdoctor.mjs';
import { dist } from './names.mjs';
import { writeSbom } from './sbom.mjs';
import { packageWizard } from './wizard.mjs';

/** @param {string} file */
const megabytes = (file) => `${(statSync(file).size / 2 ** 20).toFixed(1).padStart(7)} MB`;

// `npm run package`: everything of a release into dist/ (docs/release.md). The wizard's zip and installer are made on
// Windows; elsewhere its folder is packed in the same way, and everything else is made.
try {
  rmSync(dist, { recursive: true, force: true });
  mkdirSync(dist, { recursive: true });
  const wizard = await packageWizard(join(dist, 'wizard'));
  const files = [await packagePsdoctor(dist), await packageCollector(dist)];
  const runtimes = [
    { name: 'electron', version: wizard.electron },
    { name: consoleNode.name, version: consoleNode.version },
  ];
  files.push(await writeSbom(dist, runtimes));
  const all = [...files, ...wizard.artifacts];
  const sums = await writeChecksums(dist, all);
  for (const file of [...all, sums]) console.log(`${megabytes(file)}  ${basename(file)}`);
  if (wizard.artifacts.length === 0) console.log(`The wizard's folder is ${wizard.folder}.`);
} catch (error) {
  console.error(/** @type {Error} */ (error).message);
  process.exitCode = 1;
}
