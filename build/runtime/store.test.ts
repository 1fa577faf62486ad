import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { inRoot } from '../paths.mjs';
import { isComplete, stored } from './store.mjs';

let parent: string;
let folder: string;
let filled: number;

beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), 'psd-store-'));
  folder = join(parent, 'cache', 'thing');
  filled = 0;
});
afterEach(() => rmSync(parent, { recursive: true, force: true }));

async function fill(empty: string) {
  filled++;
  mkdirSync(join(empty, 'deep'));
  writeFileSync(join(empty, 'deep', 'file'), 'content');
}

test('is made once', async () => {
  expect(await stored(folder, fill)).toBe(folder);
  await stored(folder, fill);
  expect(filled).toBe(1);
  expect(readFileSync(join(folder, 'deep', 'file'), 'utf8')).toBe('content');
  expect(readdirSync(join(parent, 'cache'))).toEqual(['thing']);
});

test.each<[string, () => void]>([
  ['a lost file', () => rmSync(join(folder, 'deep', 'file'))],
  ['a shortened file', () => writeFileSync(join(folder, 'deep', 'file'), 'con')],
  ['no marker, as half an unpacking leaves it', () => rmSync(join(folder, 'complete.json'))],
  ['a marker without sense', () => writeFileSync(join(folder, 'complete.json'), '{')],
])('heals from %s', async (_, damage) => {
  await stored(folder, fill);
  damage();
  expect(isComplete(folder)).toBe(false);
  await stored(folder, fill);
  expect(isComplete(folder)).toBe(true);
  expect(filled).toBe(2);
});

test('a failure leaves nothing behind, and the next run starts anew', async () => {
  const failing = async (empty: string) => {
    await fill(empty);
    throw new Error('the network went away');
  };
  await expect(stored(folder, failing)).rejects.toThrow('the network went away');
  expect(readdirSync(join(parent, 'cache'))).toEqual([]);
  await stored(folder, fill);
  expect(isComplete(folder)).toBe(true);
});

test('several processes at once: one works, all get it', async () => {
  const store = pathToFileURL(inRoot('build', 'runtime', 'store.mjs')).href;
  const script = `
    import { appendFileSync, writeFileSync } from 'node:fs';
    import { setTimeout as sleep } from 'node:timers/promises';
    import { isComplete, stored } from ${JSON.stringify(store)};
    const [folder, log] = process.argv.slice(1);
    await stored(folder, async (empty) => {
      appendFileSync(log, 'x');
      writeFileSync(empty + '/a', 'a');
      await sleep(200);
      writeFileSync(empty + '/b', 'b');
    });
    process.exit(isComplete(folder) ? 0 : 1);`;
  const log = join(parent, 'log');
  const runs = Array.from({ length: 4 }, () =>
    once(spawn(process.execPath, ['--input-type=module', '-e', script, folder, log]), 'close'),
  );
  expect((await Promise.all(runs)).map(([code]) => code)).toEqual([0, 0, 0, 0]);
  expect(readFileSync(log, 'utf8')).toBe('x');
});
