import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBuilt } from '../ensure-built.mjs';
import { inRoot } from '../paths.mjs';
import { electronRuntime } from '../runtime/index.mjs';
import { wizardConfig } from './config.mjs';
import { writeNotices } from './notices.mjs';
import { loadPackager } from './packager.mjs';

/**
 * Packs the wizard for this system: on Windows the zip and the installer, elsewhere the unpacked folder, which is
 * what a package test looks at.
 * @param {string} output a folder, emptied first
 * @param {{ folderOnly?: boolean }} [options] on Windows too only the folder
 * @returns {Promise<{ folder: string, executable: string, artifacts: string[], electron: string }>} artifacts: files
 */
export async function packageWizard(output, { folderOnly = false } = {}) {
  ensureBuilt(['app']);
  const [{ build, Platform }, { distribution, version }] = await Promise.all([loadPackager(), electronRuntime()]);
  rmSync(output, { recursive: true, force: true });
  const windows = process.platform === 'win32';
  const platform = windows ? Platform.WINDOWS : Platform.LINUX;
  const artifacts = await build({
    targets: platform.createTarget(windows && !folderOnly ? ['zip', 'nsis'] : ['dir']),
    projectDir: inRoot('out', 'app'),
    config: wizardConfig({ distribution, electron: version, output, notices: writeNotices() }),
  });
  const folder = join(output, windows ? 'win-unpacked' : 'linux-unpacked');
  return {
    folder,
    executable: join(folder, windows ? 'Package Server Doctor.exe' : 'package-server-doctor'),
    artifacts: artifacts.filter((path) => /\.(?:zip|exe)$/.test(path)),
    electron: version,
  };
}
