import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { inRoot } from '../paths.mjs';
import { hasDisplay, withDisplays } from './display.mjs';
import { run } from './run.mjs';
import { step } from './step.mjs';
import { installPackages, missingPackages } from './system.mjs';
import { playwrightTally, settled, sum, vitestTally } from './tally.mjs';

/** @typedef {import('./tally.mjs').Tally} Tally */

/** A runner that hangs shall not hang us: some five times what it takes. */
const timeoutMs = (process.env.PSD_FULL ? 120 : 20) * 60_000;

/** What waits for a window leaves room for another: on two cores three are a fifth faster than two. */
const atATime = 3;

const nothing = { passed: 0, failed: 1, skipped: 0 };

/** Unit tests. @returns {Promise<Tally>} */
export async function runUnit() {
  const report = reportFile('vitest');
  const vitest = [
    inRoot('node_modules', 'vitest', 'vitest.mjs'),
    'run',
    '--config',
    inRoot('build', 'vitest.config.ts'),
  ];
  const args = [...vitest, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const work = async () => {
    const { ok } = await run(process.execPath, args, { show: true, timeoutMs });
    return settled(read(report, vitestTally), ok);
  };
  return (await step('unit tests', work)) ?? nothing;
}

/**
 * End-to-end tests in the real Electron, on the display there is or on some of our own. What measures time
 * (tagged `@alone`) runs after the others.
 * @param {boolean} possible false: what they need is missing, which has been told
 * @returns {Promise<Tally>}
 */
export async function runEndToEnd(possible) {
  if (!possible) {
    await step('end-to-end tests', () => {
      throw new Error('Not run: what they need is missing, see above.');
    });
    return nothing;
  }
  const together = await endToEnd('end-to-end tests', hasDisplay() ? 1 : atATime, ['--grep-invert', '@alone']);
  return sum([together, await endToEnd('measured alone', 1, ['--grep', '@alone'])]);
}

/**
 * @param {string} name @param {number} workers how many windows at a time
 * @param {string[]} chosen
 */
async function endToEnd(name, workers, chosen) {
  const report = reportFile('playwright');
  const rest = process.env.PSD_FULL === 'rest' ? ['--pass-with-no-tests'] : [];
  const done = await step(name, async () => {
    const { ok } = await playwright(['--reporter=list,json', ...rest, ...chosen], {
      windows: workers,
      env: { ...process.env, PLAYWRIGHT_JSON_OUTPUT_FILE: report },
    });
    return settled(read(report, playwrightTally), ok);
  });
  return done ?? nothing;
}

/**
 * Playwright with its own arguments, on the display there is or, where there is none, on one of our own for each
 * window that may be open at a time. What Electron lacks on this machine is installed first, where that can be done.
 * @param {string[]} args
 * @param {{ windows?: number, env?: NodeJS.ProcessEnv }} [options]
 */
export async function playwright(args, { windows = 1, env = process.env } = {}) {
  const missing = missingPackages({ tests: true });
  if (missing.length > 0) await installPackages(missing);
  const cli = inRoot('node_modules', '@playwright', 'test', 'cli.js');
  const command = [cli, 'test', '--config', inRoot('e2e', 'playwright.config.ts'), `--workers=${windows}`, ...args];
  return withDisplays(windows, (displays) =>
    run(process.execPath, command, { env: { ...env, ...displays }, show: true, timeoutMs }),
  );
}

/** Where a runner shall write its report; an old one is removed, so that a crash cannot pass for it.
 * @param {string} runner */
function reportFile(runner) {
  const path = inRoot('.cache', `${runner}-report.json`);
  mkdirSync(inRoot('.cache'), { recursive: true });
  rmSync(path, { force: true });
  return path;
}

/** @param {string} path @param {(json: string) => Tally} count */
function read(path, count) {
  try {
    return count(readFileSync(path, 'utf8'));
  } catch {
    return null;
  }
}
