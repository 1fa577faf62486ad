import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { inRoot } from '../paths.mjs';
import { fuses } from './fuses.mjs';
import { product } from './names.mjs';

const folder = inRoot('build', 'package');

/** What a distribution holds that is no part of a product: Electron's own application, and our cache's list. */
const leftOut = ['resources/default_app.asar', 'version', 'complete.json'];

/**
 * How electron-builder packs the wizard (electron.build: "Common Configuration").
 * `out/app` is its project: bundles and a package.json, no node_modules.
 * @param {{ distribution: string, electron: string, output: string, notices: string, env?: NodeJS.ProcessEnv }} given
 *   distribution: an unpacked Electron of version `electron`; notices: the file with the licences of what is inside
 */
export function wizardConfig({ distribution, electron, output, notices, env = process.env }) {
  return {
    appId: 'package-server-doctor.wizard',
    productName: product.name,
    copyright: `Copyright © ${product.publisher}`,
    electronVersion: electron,
    electronDist: distribution,
    directories: { output, buildResources: folder },
    extraMetadata: { description: product.description, author: product.publisher, license: product.license },
    artifactName: `${product.id}-\${version}-\${os}-\${arch}.\${ext}`,
    files: ['**/*', '!.fingerprint', '!**/*.map'],
    asar: true,
    extraFiles: [
      { from: inRoot('LICENSE'), to: 'LICENSE.txt' },
      { from: notices, to: 'THIRD-PARTY-NOTICES.txt' },
    ],
    // The words of the wizard are English; Chromium's own dialogs come from Windows.
    electronLanguages: ['en-US'],
    electronFuses: fuses,
    /** @param {{ appOutDir: string }} packed */
    afterPack: ({ appOutDir }) => leftOut.forEach((path) => rmSync(join(appOutDir, path), { force: true })),
    // There is no native module.
    npmRebuild: false,
    publish: null,
    // A certificate that is given must be used; without one nothing is signed (docs/release.md).
    forceCodeSigning: Boolean(env['WIN_CSC_LINK'] ?? env['CSC_LINK']),
    win: {
      icon: join(folder, 'icon', 'icon.ico'),
      // An Electron whose manifest asks for an administrator does not start on several Windows Servers: its child
      // processes carry the same manifest. The wizard restarts itself elevated, when a person asks for it.
      requestedExecutionLevel: 'asInvoker',
    },
    nsis: {
      oneClick: false,
      // Below Program Files, which administrators alone may write.
      perMachine: true,
      allowToChangeInstallationDirectory: false,
      artifactName: `${product.id}-\${version}-\${os}-\${arch}-setup.\${ext}`,
      include: join(folder, 'installer.nsh'),
      license: inRoot('LICENSE'),
      // Cases hold the backups of repairs.
      deleteAppDataOnUninstall: false,
    },
    linux: {
      executableName: product.id,
      icon: join(folder, 'icon', 'icon.png'),
      category: 'System',
      maintainer: product.publisher,
    },
  };
}
