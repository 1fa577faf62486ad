import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { inRoot } from '../paths.mjs';

test('evidence of 500 MiB is written, read and redacted in less than 300 MiB of memory', { timeout: 1_200_000 }, () => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [inRoot('build/bench/run.mjs'), 'evidence'], {
    encoding: 'utf8',
    env: { ...process.env, NODE_ENV: 'production' },
  });
  expect(status, stdout + stderr).toBe(0);
  expect(stdout.match(/^memory: .*holds$/gmu)).toHaveLength(3);
});
