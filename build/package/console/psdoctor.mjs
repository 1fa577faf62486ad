import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { inRoot } from '../../paths.mjs';
import { product } from '../names.mjs';
import { buildOneFile } from '../../outputs.mjs';
import { writeNotices } from '../notices.mjs';
import { writeZip } from '../zip.mjs';
import { fetchConsoleNode } from './node.mjs';

const folder = inRoot('build', 'package', 'console');

/**
 * Bundles psdoctor into one file that needs nothing beside it.
 * @param {string} output a folder
 * @returns {Promise<string>} psdoctor.mjs
 */
export async function bundlePsdoctor(output) {
  await buildOneFile('electron/cli.ts', 'psdoctor', output);
  return join(output, 'psdoctor.mjs');
}

/**
 * The console program for Windows, on any system: node.exe as its maker signed it, one file of ours, and a command
 * that joins them.
 * @param {string} output a folder
 * @returns {Promise<string>} the zip
 */
export async function packagePsdoctor(output) {
  const [node, program] = await Promise.all([fetchConsoleNode(), bundlePsdoctor(inRoot('out', 'psdoctor-one-file'))]);
  const path = join(output, `psdoctor-${product.version}-win-x64.zip`);
  await writeZip(path, [
    { name: 'psdoctor/psdoctor.cmd', file: join(folder, 'psdoctor.cmd') },
    { name: 'psdoctor/psdoctor.mjs', file: program },
    { name: 'psdoctor/node.exe', file: node },
    { name: 'psdoctor/LICENSE.txt', file: inRoot('LICENSE') },
    { name: 'psdoctor/LICENSE.node.txt', file: join(folder, 'LICENSE.node.txt') },
    { name: 'psdoctor/THIRD-PARTY-NOTICES.txt', file: writeNotices() },
    ...engines(),
  ]);
  return path;
}

/** What runs it on many servers: scripts and playbooks, without their tests. */
function engines() {
  return readdirSync(inRoot('build', 'fleet'), { recursive: true, encoding: 'utf8' })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => /\.(?:ps1|txt|yml|cfg)$/u.test(name))
    .sort()
    .map((name) => ({ name: `psdoctor/fleet/${name}`, file: inRoot('build', 'fleet', ...name.split('/')) }));
}
