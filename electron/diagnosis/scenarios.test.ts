import { describe, expect, it } from 'vitest';
import { chainsOf } from '../../shared/map/chain.ts';
import { RepairId } from '../../shared/model/repair-id.ts';
import { Result } from '../../shared/model/result.ts';
import { createPracticeServer, listScenarios, parsePracticeTarget } from '../host/practice/practice-server.ts';
import { exitCodeOfResult } from './exit-code.ts';
import { startDiagnosis } from './run.ts';
import { resultText } from './text.ts';

/** The whole way: real probes, a real listener, the rules and causes of the catalogue. */
async function diagnose(target: string, times = 1): Promise<[Result, ...Result[]]> {
  const server = await createPracticeServer(parsePracticeTarget(target));
  try {
    const results = [await startDiagnosis(server.host).done] as [Result, ...Result[]];
    while (results.length < times) results.push(await startDiagnosis(server.host).done);
    return results;
  } finally {
    await server.dispose();
  }
}

const ids = ({ findings }: Result, status: string) =>
  findings.filter((one) => one.status === status).map(({ id }) => id);

describe.each(listScenarios())('$id in $language, build $build', (scenario) => {
  it('gives its expected cause first, the others it names, and the repairs that cure it', async () => {
    const [result] = await diagnose(`practice:${scenario.id}`);
    const told = JSON.stringify(result.causes.map(({ id, likelihood, because }) => [id, likelihood, ...because]));
    expect(result.causes[0]?.id, told).toBe(scenario.expectedCause);
    expect(result.causes.map(({ id }) => id)).toEqual(expect.arrayContaining(scenario.alsoCauses));

    const remedies = new Set(result.causes.flatMap((cause) => cause.remedies));
    expect(RepairId.options.filter((id) => remedies.has(id))).toEqual(expect.arrayContaining(scenario.curedBy));
    expect(scenario.curedBy).toEqual(RepairId.options.filter((id) => scenario.curedBy.includes(id)));
    expect(
      scenario.notOffered.filter((id) => remedies.has(id)),
      told,
    ).toEqual([]);

    expect(Result.safeParse(result).error).toBeUndefined();
    for (const { id, evidence, status } of result.findings) {
      if (status !== 'notRun') expect(evidence.length, id).toBeGreaterThan(0);
    }
    expect(exitCodeOfResult(result) === 1).toBe(ids(result, 'fail').length > 0);
    const text = resultText(result);
    for (const line of text.split('\n')) expect(line.length, line).toBeLessThanOrEqual(100);
    expect(text.replaceAll('\n', ' ')).toContain(`(${scenario.expectedCause}`);
  });
});

describe.each(['practice:healthy', 'practice:healthy:de-DE', 'practice:healthy:ja-JP:14393'])('%s', (target) => {
  it('is healthy, confirmed, alone, and knows everything', async () => {
    const [result] = await diagnose(target);
    expect(result.causes.map(({ id, likelihood }) => [id, likelihood])).toEqual([['healthy', 'confirmed']]);
    expect([ids(result, 'fail'), ids(result, 'warn'), ids(result, 'notRun')]).toEqual([[], [], []]);
    expect(exitCodeOfResult(result)).toBe(0);
    const drawn = chainsOf(result)?.flatMap(({ nodes, links }) => [...nodes, ...links].map(({ state }) => state));
    expect(new Set(drawn)).toEqual(new Set(['sound']));
  });
});

it('two diagnoses of one server find the same, word for word', async () => {
  const [first, second] = await diagnose('practice:stale-binding', 2);
  expect(second?.findings).toEqual(first.findings);
  expect(second?.causes).toEqual(first.causes);
});
