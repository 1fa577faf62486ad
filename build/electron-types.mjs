import { renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { inRoot } from './paths.mjs';
import { fetchNpmArchive } from './runtime/npm-archive.mjs';
import { stored } from './runtime/store.mjs';
import { extractFromTar } from './runtime/unpack.mjs';

/**
 * The oldest Electron that the application runs on: the one of
 * runtime/npm-distribution.mjs. Fetched like it, because an entry in package.json
 * would run its installer.
 */
const oldest = {
  name: 'electron',
  version: '33.2.1',
  integrity: 'sha512-SG/nmSsK9Qg1p6wAW+ZfqU+AV8cmXMTIklUL18NnOKfZLlum4ZsDoVdmmmlL39ZmeCaq27dr7CgslRPahfoVJg==',
};

/**
 * Puts its declarations where tsconfig.electron-oldest.json looks for them.
 * @throws {Error} with one line for a person
 */
export async function fetchOldestElectronTypes() {
  await stored(inRoot('.cache', 'electron-oldest'), async (folder) => {
    const file = await extractFromTar(await fetchNpmArchive(oldest, folder), 'package/electron.d.ts', folder);
    renameSync(file, join(folder, 'electron.d.ts'));
    for (const left of ['package', `electron-${oldest.version}.tgz`]) rmSync(join(folder, left), { recursive: true });
  });
}
