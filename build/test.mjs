import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { inRoot } from './paths.mjs';
import { electronRuntime } from './runtime/index.mjs';
import { runEndToEnd, runUnit } from './test/runners.mjs';
import { endOnSignals, runScript } from './test/run.mjs';
import { check, step } from './test/step.mjs';
import { installPackages, missingPackages } from './test/system.mjs';
import { lastLine, sum } from './test/tally.mjs';

// `npm test`: everything, from an empty machine to the last line.
//   --full   the long matrices too
//   --rest   with --full: only what a run without it left out; the last line counts both
const rest = process.argv.includes('--rest');
if (process.argv.includes('--full')) process.env.PSD_FULL = rest ? 'rest' : '1';
// Runners then refuse a forgotten `.only`, and write no snapshot that nobody has seen.
process.env.CI ??= '1';
const scripts = { 'type check': 'typecheck', lint: 'lint', format: 'format:check', 'unused code': 'knip' };
const totals = inRoot('.cache', 'test-totals.json');

endOnSignals();

// The network and two cores: what waits for the one leaves room for the other.
const [canOpenWindows, checks] = await Promise.all([prepare(), rest ? [] : staticChecks()]);
const builds = rest ? [] : [await check('build', () => runScript('build'))];
const isBuilt = builds.every((build) => build.failed === 0);
const unit = await runUnit();
const endToEnd = await runEndToEnd(canOpenWindows && isBuilt);

const tally = sum([...(rest ? [before()] : []), ...checks, ...builds, unit, endToEnd]);
mkdirSync(inRoot('.cache'), { recursive: true });
writeFileSync(totals, JSON.stringify(tally));
console.log(`\n${lastLine(tally)}`);
process.exitCode = tally.failed > 0 || tally.passed === 0 ? 1 : 0;

/** The system's packages and Electron. Whether both are there. */
async function prepare() {
  const missing = missingPackages({ tests: true });
  const packages =
    missing.length === 0 ||
    (await step('system packages', async () => {
      await installPackages(missing);
      return missing.map((names) => names.at(-1)).join(', ');
    }));
  const electron = await step('Electron', async () => {
    const { version, source } = await electronRuntime();
    return `${version} (${source})`;
  });
  return packages !== null && electron !== null;
}

/** One after the other, but for the format, which takes one core as long as all others together. */
async function staticChecks() {
  const { format, ...others } = scripts;
  const formatted = check('format', () => runScript(format));
  const tallies = [];
  for (const [name, script] of Object.entries(others)) tallies.push(await check(name, () => runScript(script)));
  return [...tallies, await formatted];
}

/** What the run before this one counted. @returns {import('./test/tally.mjs').Tally} */
function before() {
  try {
    return JSON.parse(readFileSync(totals, 'utf8'));
  } catch {
    return sum([]);
  }
}
