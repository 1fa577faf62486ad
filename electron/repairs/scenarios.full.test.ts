import { describe, it } from 'vitest';
import { listScenarios } from '../host/practice/practice-server.ts';
import { cure } from './testing/cure.ts';
import { expectCured, expectTakenBack } from './testing/expect-cured.ts';

const curable = listScenarios().filter(({ curedBy }) => curedBy.length > 0);

describe.each(curable)('$id', (scenario) => {
  it('is cured by the repairs that are offered, and taken back', { timeout: 60_000 }, async () => {
    const cured = await cure(scenario);
    await expectCured(scenario, cured);
    await expectTakenBack(cured);
  });
});
