import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { inRoot } from '../paths.mjs';
import { holds, table, type Figure } from './figures.mjs';

// The times of a busy machine tell nothing; what is counted holds on any.
test.skipIf(process.platform === 'win32')(
  'npm run bench -- --quick measures everything, and what it counts holds',
  () => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [inRoot('build/bench/run.mjs'), '--quick'], {
      encoding: 'utf8',
      env: { ...process.env, NODE_ENV: 'production' },
    });
    expect(status, stderr).toBe(0);
    const { quick, figures } = JSON.parse(readFileSync(inRoot('out/bench/figures.json'), 'utf8')) as {
      quick: boolean;
      figures: Figure[];
    };
    expect(quick).toBe(true);
    for (const { name, value } of figures) {
      expect(value, name).toBeGreaterThanOrEqual(0);
      expect(stdout).toContain(name);
    }
    const counted = figures.filter(({ name }) => /^(?:processes|of these|facts)/u.test(name));
    expect(counted).toHaveLength(3);
    for (const figure of counted) expect(holds(figure), figure.name).toBe(true);
    const memory = figures.filter(({ name }) => name.startsWith('memory: '));
    expect(memory).toHaveLength(3);
    for (const figure of memory) expect(holds(figure), figure.name).toBe(true);
    const ratio = figures.find(({ name }) => name === 'diagnosis by longest chain');
    // Nothing is done before it was asked for.
    expect(ratio?.value).toBeGreaterThanOrEqual(1);
  },
  120_000,
);

test('a missed limit is told', () => {
  const figure = { name: 'speed', value: 3, unit: 'times', limit: { atMost: 2 } };
  expect(holds(figure)).toBe(false);
  expect(table([figure])).toMatch(/at most 2 +MISSED/u);
  expect(holds({ ...figure, limit: { atLeast: 2 } })).toBe(true);
  expect(holds({ ...figure, limit: null })).toBe(true);
});
