import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { expect, test } from '@playwright/test';
import { fuses } from '../build/package/fuses.mjs';
import { loadPackager } from '../build/package/packager.mjs';
import { packageWizard } from '../build/package/wizard.mjs';
import { electronRuntime } from '../build/runtime/index.mjs';
import { launchPackaged } from './support/packaged.ts';
import { diagnose } from './support/practice.ts';

/** Beside Electron's own files, which are those of its distribution. */
const ours = ['LICENSE.txt', 'THIRD-PARTY-NOTICES.txt', 'package-server-doctor', 'resources/app.asar'];
/** What a distribution has and the package has not, or under another name. */
const notShipped = /^(?:locales\/(?!en-US\.)|resources\/|complete\.json$|electron$|version$|LICENSE$)/u;
const inside =
  /^\/(?:package\.json|main(?:\/(?:main|fleet-reader)\.js|\/chunks(?:\/[\w.-]+\.js)?)?|preload(?:\/preload\.cjs)?|renderer(?:\/index\.html|\/assets(?:\/[\w-]+\.(?:js|css|woff2))?)?)$/u;

let output: string;
let packed: Awaited<ReturnType<typeof packageWizard>>;

test.beforeAll(async () => {
  test.setTimeout(300_000);
  output = mkdtempSync(join(tmpdir(), 'psd-package-'));
  packed = await packageWizard(output, { folderOnly: true });
});
test.afterAll(() => rmSync(output, { recursive: true, force: true }));

const filesBelow = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1));

test('the packaged executable has all fuses strict', async () => {
  const wire = await getCurrentFuseWire(packed.executable);
  // A byte each: the digit 1 is on.
  const state = (fuse: FuseV1Options) => String.fromCharCode(Number(wire[fuse])) === '1';
  expect({
    runAsNode: state(FuseV1Options.RunAsNode),
    enableCookieEncryption: state(FuseV1Options.EnableCookieEncryption),
    enableNodeOptionsEnvironmentVariable: state(FuseV1Options.EnableNodeOptionsEnvironmentVariable),
    enableNodeCliInspectArguments: state(FuseV1Options.EnableNodeCliInspectArguments),
    enableEmbeddedAsarIntegrityValidation: state(FuseV1Options.EnableEmbeddedAsarIntegrityValidation),
    onlyLoadAppFromAsar: state(FuseV1Options.OnlyLoadAppFromAsar),
    loadBrowserProcessSpecificV8Snapshot: state(FuseV1Options.LoadBrowserProcessSpecificV8Snapshot),
    grantFileProtocolExtraPrivileges: state(FuseV1Options.GrantFileProtocolExtraPrivileges),
  }).toEqual(fuses);
});

test('the package holds what is allowed, and nothing else', async () => {
  const { distribution } = await electronRuntime();
  const electrons = filesBelow(distribution).filter((path) => !notShipped.test(path));
  const names = filesBelow(packed.folder);
  expect(names.filter((path) => path !== 'LICENSE.electron.txt').toSorted()).toEqual(
    [...electrons.filter((path) => path !== 'LICENSE.electron.txt'), ...ours].toSorted(),
  );
  expect(names).toContain('LICENSES.chromium.html');
  expect(names.filter((path) => path.startsWith('locales/'))).toEqual(['locales/en-US.pak']);

  const { asar } = await loadPackager();
  const archive = join(packed.folder, 'resources', 'app.asar');
  const content: string[] = asar.listPackage(archive);
  expect(content.filter((path) => !inside.test(path))).toEqual([]);
  expect(content).toContain('/main/main.js');
  const sources = content
    .filter((path) => /\.c?js$/u.test(path))
    .map((path) => asar.extractFile(archive, path.slice(1)));
  expect(sources.filter((bytes: Buffer) => bytes.includes('//# sourceMappingURL='))).toEqual([]);

  const megabytes = (bytes: number) => Math.round((bytes / 2 ** 20) * 10) / 10;
  const bare = electrons.reduce((sum, path) => sum + statSync(join(distribution, path)).size, 0);
  const whole = names.reduce((sum, path) => sum + statSync(join(packed.folder, path)).size, 0);
  const executable = statSync(join(distribution, 'electron')).size;
  const more = megabytes(whole - bare - executable);
  console.log(`package: ${megabytes(whole)} MB, ${more} MB more than the runtime it is made of`);
  expect(more).toBeLessThan(5);
});

test('environment and switches make no Node and no debugger of it', async () => {
  const [planted, marker] = [join(output, 'planted.cjs'), join(output, 'planted.ran')];
  writeFileSync(planted, `require('node:fs').writeFileSync(${JSON.stringify(marker)}, '')`);
  const env = { ELECTRON_RUN_AS_NODE: '1', NODE_OPTIONS: `--require ${planted}` };
  const wizard = await launchPackaged(
    packed.executable,
    ['--inspect=0', '-e', `require(${JSON.stringify(planted)})`],
    env,
  );
  await expect(wizard.page).toHaveTitle(/Package Server Doctor/u);
  expect(existsSync(marker)).toBe(false);
  expect(wizard.said()).not.toContain('Debugger listening');
  expect(await wizard.close()).toBe(0);
});

test('a start from a folder that others may write to is warned of', async () => {
  chmodSync(packed.folder, 0o777);
  const wizard = await launchPackaged(packed.executable);
  await expect(wizard.page.getByText('its group or everybody may write to it')).toBeVisible();
  // Root, for whom Chromium has no sandbox, is told that as well.
  await expect(wizard.page.getByText('without the sandbox of Chromium')).toHaveCount(process.getuid?.() === 0 ? 1 : 0);
  await wizard.close();
  chmodSync(packed.folder, 0o755);
});

test('the packaged wizard starts, diagnoses and ends', async () => {
  const wizard = await launchPackaged(packed.executable);
  expect(await wizard.page.evaluate(() => location.protocol)).toBe('app:');
  await diagnose(wizard.page, 'stale-binding');
  await expect(wizard.page.getByText('stale-binding', { exact: false }).first()).toBeVisible();
  expect(await wizard.close()).toBe(0);
});
