/**
 * @typedef {{ passed: number, failed: number, skipped: number }} Tally
 */

/** @param {Tally[]} tallies @returns {Tally} */
export const sum = (tallies) =>
  tallies.reduce(
    (total, { passed, failed, skipped }) => ({
      passed: total.passed + passed,
      failed: total.failed + failed,
      skipped: total.skipped + skipped,
    }),
    { passed: 0, failed: 0, skipped: 0 },
  );

/** The last line of a test run. @param {Tally} tally */
export const lastLine = ({ passed, failed, skipped }) =>
  `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;

/** @param {boolean} ok @returns {Tally} */
export const oneCheck = (ok) => ({ passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: 0 });

/**
 * What vitest's JSON report counts. A file that could not be loaded has no tests
 * in it, and counts as one that failed.
 * @param {string} json
 * @returns {Tally}
 */
export function vitestTally(json) {
  const report = JSON.parse(json);
  const broken = report.testResults.filter(
    (/** @type {{ status: string, assertionResults: unknown[] }} */ file) =>
      file.status === 'failed' && file.assertionResults.length === 0,
  );
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + broken.length,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

/**
 * What Playwright's JSON report counts. An error outside of any test counts as
 * one that failed.
 * @param {string} json
 * @returns {Tally}
 */
export function playwrightTally(json) {
  const { stats, errors } = JSON.parse(json);
  return { passed: stats.expected + stats.flaky, failed: stats.unexpected + errors.length, skipped: stats.skipped };
}

/**
 * A runner's own count, set right by how it ended: one that failed without
 * saying what, or that left no report, has one failure.
 * @param {Tally | null} counted
 * @param {boolean} ok
 * @returns {Tally}
 */
export const settled = (counted, ok) => {
  const tally = counted ?? { passed: 0, failed: 0, skipped: 0 };
  const silent = !ok || counted === null;
  return silent && tally.failed === 0 ? { ...tally, failed: 1 } : tally;
};
