import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createKillBench, killCases, moments } from './kill-points.ts';

let bench: Awaited<ReturnType<typeof createKillBench>>;
const table: object[] = [];
beforeAll(async () => {
  bench = await createKillBench();
});
afterAll(async () => {
  console.table(table);
  await bench.dispose();
});

const points = killCases.flatMap((repair) =>
  Array.from({ length: repair.lines }, (_, index) =>
    moments.map((moment) => ({ repair, line: index + 1, moment })),
  ).flat(),
);

describe.skipIf(process.platform === 'win32')('the kill matrix of rebind-certificate', () => {
  it.each(points)('build $repair.build, proof $repair.proof, line $line, $moment', async ({ repair, line, moment }) => {
    const result = await bench.kill(repair, line, moment);
    table.push({ build: repair.build, proof: repair.proof, line, moment, ...result });
    const begun = line > 1 || moment === 'after';
    const ended = line === repair.lines && moment === 'after';
    expect(result.unfinished).toBe(begun && !ended);
  });
});
