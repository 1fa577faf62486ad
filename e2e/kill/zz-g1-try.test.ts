import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { caseName, killCases } from './kill-cases.ts';
import { createKillBench } from './kill-points.ts';
let bench: Awaited<ReturnType<typeof createKillBench>>;
beforeAll(async () => { bench = await createKillBench(); });
afterAll(() => bench.dispose());
const order = [...killCases.filter((own) => own.proof === 'holds'), ...killCases.filter((own) => own.proof === 'fail')].filter(({ repair }) => repair !== 'rebind-certificate');
describe('try', () => {
  it.each(order.map((own) => ({ name: caseName(own), own })))('$name', { timeout: 20 * 60_000 }, async ({ own }) => {
    const { lines, outcome } = await bench.undisturbed(own);
    const problems: string[] = [];
    for (let line = 1; line <= lines; line++) {
      const result = await bench.kill(own, line, 'after').catch((error: Error) => { problems.push(`${line}: ${error.message.slice(0, 1500)}`); return null; });
      console.log(caseName(own), outcome, line, '/', lines, JSON.stringify(result));
    }
    expect(problems).toEqual([]);
  });
});
