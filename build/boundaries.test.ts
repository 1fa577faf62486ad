import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { inRoot } from './paths.mjs';

/** Where a file lies, and what it must not have in it. */
const refused: [path: string, source: string][] = [
  ['shared/rules/area.ts', `export { x } from '../../electron/host/host.ts';`],
  ['shared/rules/area-types.ts', `export type { X } from '../../renderer/app/app.tsx';`],
  ['shared/rules/area-later.ts', `export const x = () => import('../../electron/host/host.ts');`],
  ['shared/rules/electron.ts', `export { app } from 'electron';`],
  ['shared/rules/node.ts', `export { readFile } from 'node:fs/promises';`],
  ['shared/rules/node-old.ts', `export { join } from 'path';`],
  ['shared/rules/react.ts', `export { useState } from 'react';`],
  ['shared/rules/execa.ts', `export { execa } from 'execa';`],
  ['renderer/app/area.ts', `export { x } from '../../electron/host/host.ts';`],
  ['renderer/app/electron.ts', `export { ipcRenderer } from 'electron';`],
  ['renderer/app/node.ts', `export { readFile } from 'node:fs/promises';`],
  ['electron/probes/area.ts', `export { x } from '../../renderer/app/app.tsx';`],
  ['electron/probes/build.ts', `export { x } from '../../build/paths.mjs';`],
  ['electron/probes/react.ts', `export { useState } from 'react';`],
  ['electron/probes/electron.ts', `export { app } from 'electron';`],
  ['electron/probes/execa.ts', `export { execa } from 'execa';`],
  ['electron/probes/processes.ts', `export { spawn } from 'node:child_process';`],
  ['electron/host/practice/execa.ts', `export { execa } from 'execa';`],
  ['electron/host/windows/electron.ts', `export { app } from 'electron';`],
  ['electron/host/windows/execa.ts', `export { execa } from 'execa';`],
  ['electron/window/ipc.ts', `import { ipcMain } from 'electron';\nipcMain.removeAllListeners();`],
  ['electron/window/ipc-all.ts', `import * as electron from 'electron';\nelectron.ipcMain.removeAllListeners();`],
  ['electron/window/execa.ts', `export { execa } from 'execa';`],
  ['electron/ipc/handlers.ts', `export { ipcMain } from 'electron';`],
  ['electron/ipc/router.ts', `export { ipcRenderer } from 'electron';`],
  ['electron/preload.ts', `import { z } from 'zod';\nexport const x = z.string();`],
];

const accepted: [path: string, source: string][] = [
  ['shared/rules/good.ts', `export { z } from 'zod';\nexport { y } from '../model/fact.ts';`],
  ['shared/rules/good.test.ts', `export { readFile } from 'node:fs/promises';`],
  ['renderer/app/good.ts', `export { useState } from 'react';\nexport { y } from '../../shared/model/fact.ts';`],
  [
    'electron/probes/good.ts',
    `export { readFile } from 'node:fs/promises';\nexport { y } from '../../shared/model/fact.ts';`,
  ],
  ['electron/host/windows/good.ts', `export { spawn } from 'node:child_process';`],
  ['electron/window/good.ts', `export { BrowserWindow } from 'electron';`],
  ['good/electron/ipc/router.ts', `export { ipcMain } from 'electron';`],
  [
    'good/electron/preload.ts',
    `export { ipcRenderer } from 'electron';\nexport { c } from '../shared/ipc/channels.ts';`,
  ],
];

const boundaries = ['eslint(no-restricted-imports)', 'import(no-nodejs-modules)'];

describe('boundaries', () => {
  const folder = mkdtempSync(join(tmpdir(), 'psd-boundaries-'));
  let broken: Set<string>;

  beforeAll(() => {
    // The good router and preload have the names of the bad ones: a second small tree.
    for (const tree of ['.', 'good']) {
      mkdirSync(join(folder, tree), { recursive: true });
      copyFileSync(inRoot('.oxlintrc.json'), join(folder, tree, '.oxlintrc.json'));
    }
    for (const [path, source] of [...refused, ...accepted]) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), `${source}\n`);
    }
    broken = new Set([...violations(folder), ...violations(join(folder, 'good')).map((path) => `good/${path}`)]);
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  test.each(refused)('%s is refused', (path) => expect(broken).toContain(path));
  test.each(accepted)('%s is accepted', (path) => expect(broken).not.toContain(path));
});

/** The files in which the product's own lint configuration sees a boundary broken. */
function violations(folder: string): string[] {
  const oxlint = inRoot('node_modules', 'oxlint', 'bin', 'oxlint');
  const { stdout } = spawnSync(process.execPath, [oxlint, '--format', 'json', '.'], { cwd: folder, encoding: 'utf8' });
  const { diagnostics } = JSON.parse(stdout) as { diagnostics: { code: string; filename: string }[] };
  return diagnostics
    .filter(({ code }) => boundaries.includes(code))
    .map(({ filename }) => filename.replaceAll('\\', '/'));
}
