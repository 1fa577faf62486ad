import { mkdirSync, mkdtempSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { fingerprint } from './fingerprint.mjs';

let folder: string;
const state = () => fingerprint(['src', 'package.json'], folder);

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'psd-fingerprint-'));
  mkdirSync(join(folder, 'src/deep'), { recursive: true });
  writeFileSync(join(folder, 'src/deep/a.ts'), 'a');
  writeFileSync(join(folder, 'package.json'), '{}');
});
afterEach(() => rmSync(folder, { recursive: true }));

test.each<[string, () => void]>([
  ['a file written', () => writeFileSync(join(folder, 'src/deep/a.ts'), 'ab')],
  ['a file added', () => writeFileSync(join(folder, 'src/b.ts'), '')],
  ['a file removed', () => rmSync(join(folder, 'src/deep/a.ts'))],
  ['a file moved', () => renameSync(join(folder, 'src/deep/a.ts'), join(folder, 'src/a.ts'))],
  ['an older file in its place', () => utimesSync(join(folder, 'src/deep/a.ts'), 1, 1)],
  ['package.json removed', () => rmSync(join(folder, 'package.json'))],
])('%s shows', (_, change) => {
  const before = state();
  change();
  expect(state()).not.toBe(before);
});

test('tests are not part of it', () => {
  const before = state();
  writeFileSync(join(folder, 'src/a.test.ts'), '');
  expect(state()).toBe(before);
});
