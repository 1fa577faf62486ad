import { stripVTControlCharacters } from 'node:util';
import { oneCheck } from './tally.mjs';

/** @typedef {import('./tally.mjs').Tally} Tally */

const mostLines = 200;

/**
 * One line for each thing that was done: how it ended and how long it took; what
 * it said, when it failed.
 * @template {Tally | string | void} T
 * @param {string} name
 * @param {() => Promise<T>} work a tally, or a remark; what it throws is a failure
 * @returns {Promise<T | null>} null when it threw
 */
export async function step(name, work) {
  const start = performance.now();
  /** @param {boolean} ok @param {string} remark */
  const tell = (ok, remark) => {
    const seconds = ((performance.now() - start) / 1000).toFixed(1);
    console.log(`${ok ? '✓' : '✗'} ${name.padEnd(18)} ${seconds.padStart(6)} s  ${remark}`.trimEnd());
  };
  try {
    const result = await work();
    if (result && typeof result === 'object')
      tell(result.failed === 0, `${result.passed} passed, ${result.failed} failed`);
    else tell(true, result ?? '');
    return result;
  } catch (error) {
    tell(false, '');
    console.log(indented(/** @type {Error} */ (error).message));
    return null;
  }
}

/**
 * A check that is one thing: it holds or it does not.
 * @param {string} name
 * @param {() => Promise<import('./run.mjs').Ended>} work
 * @returns {Promise<Tally>}
 */
export async function check(name, work) {
  const done = await step(name, async () => {
    const { ok, output } = await work();
    if (!ok) throw new Error(output.trim() || 'It failed and said nothing.');
  });
  return oneCheck(done !== null);
}

/** What failed, indented, and not without end.
 * @param {string} text */
function indented(text) {
  const lines = stripVTControlCharacters(text).split('\n');
  const shown = lines.slice(0, mostLines).map((line) => `    ${line}`);
  if (lines.length > mostLines) shown.push(`    … and ${lines.length - mostLines} lines more`);
  return shown.join('\n');
}
