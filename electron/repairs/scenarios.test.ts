import { describe, expect, it } from 'vitest';
import { listScenarios } from '../host/practice/practice-server.ts';
import { cure, stateOf, undoAll } from './testing/cure.ts';
import { expectCured, expectTakenBack } from './testing/expect-cured.ts';

/** One for each repair of Windows and IIS; scenarios.full.test.ts takes them all. */
const sample = [
  'legacy-metabase',
  'missing-https-binding',
  'missing-features',
  'private-key-missing',
  'shadowed-endpoint',
  'stopped-web-service',
];

describe('a scenario with a cure', () => {
  it.each(listScenarios().filter(({ id }) => sample.includes(id)))('$id is cured and taken back', async (scenario) => {
    const cured = await cure(scenario);
    await expectCured(scenario, cured);
    await expectTakenBack(cured);
  });

  it('with one repair is, taken back, as it was to the byte', async () => {
    const cured = await cure({ id: 'stopped-app-pool', curedBy: ['start-site'] });
    cured.reports.splice(1);
    const { undone } = await undoAll(cured);
    expect(undone.map(({ outcome }) => outcome)).toEqual(['undone']);
    expect(stateOf(await cured.server.world())).toEqual(stateOf(cured.first));
  });
});
