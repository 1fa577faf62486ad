import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { inRoot } from '../paths.mjs';
import { hasDisplay, withOwnDisplay } from './display.mjs';
import { run } from './run.mjs';
import { step } from './step.mjs';
import { playwrightTally, settled, vitestTally } from './tally.mjs';

/** @typedef {import('./tally.mjs').Tally} Tally */

/** A runner that hangs shall not hang us: some five times what it takes. */
const timeoutMs = (process.env.PSD_FULL ? 120 : 20) * 60_000;

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
 * End-to-end tests in the real Electron, on the display there is or one of our own.
 * @param {boolean} possible false: what they need is missing, which has been told
 * @returns {Promise<Tally>}
 */
export async function runEndToEnd(possible) {
  const report = reportFile('playwright');
  const args = ['--reporter=list,json', ...(process.env.PSD_FULL === 'rest' ? ['--pass-with-no-tests'] : [])];
  /** @param {NodeJS.ProcessEnv} env */
  const work = async (env) => {
    const { ok } = await playwright(args, { ...env, PLAYWRIGHT_JSON_OUTPUT_FILE: report });
    return settled(read(report, playwrightTally), ok);
  };
  const done = await step('end-to-end tests', () => {
    if (!possible) throw new Error('Not run: what they need is missing, see above.');
    return hasDisplay() ? work(process.env) : withOwnDisplay(work);
  });
  return done ?? nothing;
}

/** @param {string[]} args @param {NodeJS.ProcessEnv} env */
export function playwright(args, env) {
  const cli = inRoot('node_modules', '@playwright', 'test', 'cli.js');
  return run(process.execPath, [cli, 'test', '--config', inRoot('e2e', 'playwright.config.ts'), ...args], {
    env,
    show: true,
    timeoutMs,
  });
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
