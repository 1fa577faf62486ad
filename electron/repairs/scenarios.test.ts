import { describe, expect, it } from 'vitest';
import { listScenarios } from '../host/practice/practice-server.ts';
import { cure, undoAll } from './testing/cure.ts';
import { expectCured, expectTakenBack } from './testing/expect-cured.ts';
import { stateOf } from './testing/state-of.ts';

/** One for each repair of Windows and IIS, and several of them at once; scenarios.full.test.ts takes them all. */
const sample = [
  'legacy-metabase',
  'missing-https-binding',
  'private-key-missing',
  'several-faults',
  'shadowed-endpoint',
  'stopped-web-service',
];

describe('a scenario with a cure', () => {
  it.each(listScenarios().filter(({ id }) => sample.includes(id)))(
    '$id is cured by what is offered, until nothing is, and taken back',
    async (scenario) => {
      const cured = await cure(scenario.id);
      await expectCured(scenario, cured);
      await expectTakenBack(cured);
    },
  );

  it('that needs only a service is, taken back, as it was to the byte', async () => {
    const cured = await cure('stopped-app-pool');
    const { undone } = await undoAll(cured);
    expect(undone.map(({ outcome }) => outcome)).toEqual(['undone']);
    expect(stateOf(await cured.server.world())).toEqual(stateOf(cured.first));
  });
});
