import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { printPoints } from '../../electron/repairs/testing/print-points.ts';
import { caseName, type KillCase } from './kill-cases.ts';
import { createKillBench, type Moment } from './kill-points.ts';

/**
 * Kills each repair at every write of its journal and prints a table of the
 * points and of what became of them.
 *
 * @param momentsOf at which moments of a line, counted from 1
 */
export function testKillMatrix(cases: readonly KillCase[], momentsOf: (line: number) => readonly Moment[]): void {
  let bench: Awaited<ReturnType<typeof createKillBench>>;
  const table: { undo: string; resume: string; [column: string]: unknown }[] = [];
  beforeAll(async () => {
    bench = await createKillBench();
  });
  afterAll(async () => {
    printPoints(table, ({ undo, resume }) => `undo ${undo}, resume ${resume}`);
    await bench.dispose();
  });

  // One test a case: how many points it has, only its journal tells.
  describe.skipIf(process.platform === 'win32').each(cases.map((own) => ({ ...own, name: caseName(own) })))(
    'the kill matrix of $name',
    (own) => {
      it('leads at every point to a proven state', { timeout: 40 * 60_000 }, async () => {
        const { lines } = await bench.undisturbed(own);
        const wrong: unknown[] = [];
        for (let line = 1; line <= lines; line++) {
          for (const moment of momentsOf(line)) {
            const begun = line > 1 || moment === 'after';
            const ended = line === lines && moment === 'after';
            const point = { repair: own.repair, scenario: own.scenario, proof: own.proof, line, moment };
            try {
              const result = await bench.kill(own, line, moment);
              table.push({ ...point, ...result });
              expect(result).toMatchObject({ unfinished: begun && !ended });
            } catch (error) {
              table.push({ ...point, undo: 'wrong', resume: 'wrong' });
              wrong.push({ line, moment, error });
            }
          }
        }
        expect(wrong).toEqual([]);
      });
    },
  );
}
