import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inRoot } from '../paths.mjs';
import { product } from './names.mjs';
import { shippedPackages } from './shipped.mjs';

const rule = '-'.repeat(78);

/**
 * Writes THIRD-PARTY-NOTICES.txt: every package that is shipped, with its licence as it says it itself. Electron and
 * Chromium bring theirs in files of their own, and so does Node beside psdoctor.
 * @returns {string} the file
 */
export function writeNotices() {
  const file = inRoot('out', 'notices', 'THIRD-PARTY-NOTICES.txt');
  mkdirSync(inRoot('out', 'notices'), { recursive: true });
  writeFileSync(file, notices());
  return file;
}

function notices() {
  const packages = shippedPackages();
  const head = [
    `${product.name} ${product.version} holds parts of the ${packages.length} npm packages below.`,
    'The wizard also holds Electron (LICENSE.electron.txt) and Chromium (LICENSES.chromium.html), the console program',
    'Node.js (LICENSE.node.txt).',
  ];
  const parts = packages.map(({ name, version, license, folder }) =>
    [rule, `${name} ${version} (${license})`, rule, '', licenceText(folder) ?? withoutText(license)].join('\n'),
  );
  return `${[head.join('\n'), ...parts].join('\n\n')}\n`;
}

/** @param {string} folder */
function licenceText(folder) {
  const files = readdirSync(folder).filter((name) => /^(?:licen[cs]e|copying|notice)(?:[.-]|$)/i.test(name));
  if (files.length === 0) return null;
  return files.map((name) => readFileSync(join(folder, name), 'utf8').replaceAll('\r\n', '\n').trim()).join('\n\n');
}

/** @param {string} license */
const withoutText = (license) => `The package names its licence, ${license}, and brings no text of it.`;
