import { linkSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { linkCheckout } from './checkout.mjs';

let parent: string;
let distribution: string;
let app: string;
let folder: string;

beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), 'psd-checkout-'));
  [distribution, app, folder] = [join(parent, 'cache'), join(parent, 'out', 'app'), join(parent, '.cache', 'electron')];
  mkdirSync(join(distribution, 'locales'), { recursive: true });
  for (const name of ['electron', 'icudtl.dat', 'locales/de.pak']) writeFileSync(join(distribution, name), name);
});
afterEach(() => rmSync(parent, { recursive: true }));

test.skipIf(process.platform === 'win32')('links all, the executable hard', async () => {
  const executable = await linkCheckout(distribution, app, folder);
  expect(executable).toBe(join(folder, 'electron'));
  expect(statSync(executable).ino).toBe(statSync(join(distribution, 'electron')).ino);
  expect(readFileSync(join(folder, 'locales', 'de.pak'), 'utf8')).toBe('locales/de.pak');
});

test.skipIf(process.platform === 'win32')('a new build is seen at once', async () => {
  await linkCheckout(distribution, app, folder);
  mkdirSync(app, { recursive: true });
  writeFileSync(join(app, 'package.json'), '{}');
  expect(readFileSync(join(folder, 'resources', 'app', 'package.json'), 'utf8')).toBe('{}');
});

test.skipIf(process.platform === 'win32').each<[string, () => void]>([
  ['a lost link', () => rmSync(join(folder, 'icudtl.dat'))],
  ['a lost executable', () => rmSync(join(folder, 'electron'))],
  [
    'another application',
    () => {
      rmSync(join(folder, 'resources', 'app'));
      symlinkSync('elsewhere', join(folder, 'resources', 'app'));
    },
  ],
  [
    'a cache that was made anew',
    () => {
      rmSync(join(distribution, 'electron'));
      writeFileSync(join(distribution, 'electron'), 'newer electron');
    },
  ],
  [
    'a file that is not of this distribution',
    () => linkSync(join(distribution, 'icudtl.dat'), join(folder, 'old.dat')),
  ],
])('heals from %s', async (_, damage) => {
  await linkCheckout(distribution, app, folder);
  damage();
  const executable = await linkCheckout(distribution, app, folder);
  expect(readFileSync(executable)).toEqual(readFileSync(join(distribution, 'electron')));
  expect(readFileSync(join(folder, 'icudtl.dat'), 'utf8')).toBe('icudtl.dat');
});
