import { describe, it } from 'vitest';
import { listScenarios } from '../host/practice/practice-server.ts';
import { cure } from './testing/cure.ts';
import { expectCured, expectTakenBack } from './testing/expect-cured.ts';

const curable = listScenarios().filter(({ curedBy }) => curedBy.length > 0);

describe.each(curable)('$id', (scenario) => {
  it('is cured by what is offered, until nothing is, and taken back', async () => {
    const cured = await cure(scenario.id);
    await expectCured(scenario, cured);
    await expectTakenBack(cured);
  });
});
