import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { startDiagnosis } from '../../electron/diagnosis/run.ts';
import { createPracticeServer, listScenarios } from '../../electron/host/practice/practice-server.ts';
import { createWinbox } from './winbox.ts';

const everyThird = listScenarios().filter((_, index) => index % 3 === 0);
/** How many of them run without the full tests; each starts some twenty processes. */
const few = 3;

/** A third of the scenarios with real processes: a few of that third, or the others. */
export const testScenarios = (which: 'few' | 'others') =>
  describe.skipIf(process.platform === 'win32')('through winbox', () => {
    it.each(which === 'few' ? everyThird.slice(0, few) : everyThird.slice(few))(
      '$id gives its expected cause first',
      async ({ id, expectedCause, alsoCauses }) => {
        const practiceDir = await mkdtemp(join(tmpdir(), 'winbox-scenario-'));
        const practice = await createPracticeServer({ scenario: id, dir: practiceDir });
        const box = await createWinbox({ practiceDir });
        try {
          const { causes } = await startDiagnosis(box.host).done;
          expect(causes[0]?.id).toBe(expectedCause);
          expect(causes.map((cause) => cause.id)).toEqual(expect.arrayContaining(alsoCauses));
        } finally {
          await box.dispose();
          await practice.dispose();
          await rm(practiceDir, { recursive: true });
        }
      },
      60_000,
    );
  });
