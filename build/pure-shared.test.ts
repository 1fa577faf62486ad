import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { inRoot } from './paths.mjs';

const sources: Record<string, string> = {
  'dom.ts': 'export const x = document.title;',
  'node.ts': 'export const x = process.cwd();',
  'buffer.ts': 'export const x = Buffer.from([1]);',
  'area.ts': `export type X = import('../electron/x.ts').X;`,
  'pure.ts': `export const x = new TextDecoder('utf-8').decode(new Uint8Array([1]));`,
};
const folder = mkdtempSync(join(tmpdir(), 'psd-pure-'));
let output = '';

beforeAll(() => {
  for (const name of ['shared', 'electron', 'build']) mkdirSync(join(folder, name));
  for (const name of ['tsconfig.json', 'build/tsconfig.shared.json', 'build/shared-globals.d.ts']) {
    copyFileSync(inRoot(name), join(folder, name));
  }
  for (const [name, source] of Object.entries(sources)) writeFileSync(join(folder, 'shared', name), source);
  writeFileSync(join(folder, 'electron', 'x.ts'), 'export type X = string;');
  const tsc = inRoot('node_modules', 'typescript', 'bin', 'tsc');
  const options = { cwd: folder, encoding: 'utf8' } as const;
  output = spawnSync(process.execPath, [tsc, '-p', 'build/tsconfig.shared.json', '--pretty', 'false'], options).stdout;
});
afterAll(() => rmSync(folder, { recursive: true }));

test.each([
  ['dom.ts', 'document'],
  ['node.ts', 'process'],
  ['buffer.ts', 'Buffer'],
])('shared/%s cannot use %s', (name, global) => {
  expect(output).toMatch(new RegExp(`shared/${name}.*Cannot find name '${global}'`, 'u'));
});

test('shared cannot take a type from another area', () =>
  expect(output).toMatch(/electron\/x\.ts' is not under 'rootDir'/u));

test('what Node and the page have in common is there', () => expect(output).not.toContain('pure.ts'));
