import { spawnSync } from 'node:child_process';
import { isFresh } from './build.mjs';
import { inRoot } from './paths.mjs';

/**
 * Builds those outputs whose sources have changed since, in a process of its own:
 * the caller's environment (a test runner's NODE_ENV) and its stdout stay out of it.
 * @param {import('./outputs.mjs').OutputName[]} names
 * @throws {Error} when a build failed; why is on stderr
 */
export function ensureBuilt(names) {
  const stale = names.filter((name) => !isFresh(name));
  if (stale.length === 0) return;
  const { status } = spawnSync(process.execPath, [inRoot('build', 'cli.mjs'), '--stale', ...stale], {
    stdio: ['ignore', 2, 2],
    env: { ...process.env, NODE_ENV: 'production' },
  });
  if (status !== 0) throw new Error(`The build of ${stale.join(', ')} failed.`);
}
