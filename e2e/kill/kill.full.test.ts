import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { caseName, killCases } from './kill-cases.ts';
import { createKillBench, moments } from './kill-points.ts';

let bench: Awaited<ReturnType<typeof createKillBench>>;
const table: object[] = [];
beforeAll(async () => {
  bench = await createKillBench();
});
afterAll(async () => {
  console.table(table);
  await bench.dispose();
});

describe.skipIf(process.platform === 'win32')('the kill matrix', () => {
  // One test a case: how many points it has, only its journal tells.
  it.each(killCases.map((own) => [caseName(own), own] as const))(
    'of %s',
    { timeout: 20 * 60_000 },
    async (_name, own) => {
      const { lines } = await bench.undisturbed(own);
      for (let line = 1; line <= lines; line++) {
        for (const moment of moments) {
          const result = await bench.kill(own, line, moment);
          table.push({ repair: own.repair, scenario: own.scenario, proof: own.proof, line, moment, ...result });
          const begun = line > 1 || moment === 'after';
          const ended = line === lines && moment === 'after';
          expect({ line, moment, unfinished: result.unfinished }).toEqual({
            line,
            moment,
            unfinished: begun && !ended,
          });
        }
      }
    },
  );
});
