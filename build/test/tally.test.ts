import { expect, test } from 'vitest';
import { lastLine, playwrightTally, settled, sum, vitestTally } from './tally.mjs';

test('the last line', () => {
  expect(lastLine({ passed: 3, failed: 0, skipped: 0 })).toBe('3 passed, 0 failed');
  expect(lastLine({ passed: 3, failed: 1, skipped: 2 })).toBe('3 passed, 1 failed, 2 skipped');
});

test('sums over the runners', () => {
  const tallies = [
    { passed: 1, failed: 2, skipped: 3 },
    { passed: 10, failed: 20, skipped: 30 },
  ];
  expect(sum(tallies)).toEqual({ passed: 11, failed: 22, skipped: 33 });
});

test('vitest: a file that could not be loaded is a failure', () => {
  const report = {
    numPassedTests: 5,
    numFailedTests: 1,
    numPendingTests: 1,
    numTodoTests: 1,
    testResults: [
      { status: 'failed', assertionResults: [] },
      { status: 'failed', assertionResults: [{ status: 'failed' }] },
      { status: 'passed', assertionResults: [{ status: 'passed' }] },
    ],
  };
  expect(vitestTally(JSON.stringify(report))).toEqual({ passed: 5, failed: 2, skipped: 2 });
});

test('Playwright: an error outside of tests is a failure', () => {
  const report = { stats: { expected: 4, flaky: 1, unexpected: 1, skipped: 2 }, errors: [{ message: 'no' }] };
  expect(playwrightTally(JSON.stringify(report))).toEqual({ passed: 5, failed: 2, skipped: 2 });
});

test.each([
  ['a runner that passed', { passed: 4, failed: 0, skipped: 0 }, true, 0],
  ['a runner that failed and said what', { passed: 4, failed: 2, skipped: 0 }, false, 2],
  ['a runner that failed and did not say what', { passed: 4, failed: 0, skipped: 0 }, false, 1],
  ['a runner that left no report', null, true, 1],
])('%s', (_, counted, ok, failed) => expect(settled(counted, ok).failed).toBe(failed));
