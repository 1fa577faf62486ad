import { expect, test } from '@playwright/test';
import { repairTitles } from '../shared/report/words.ts';
import { answerConfirmation, launchWithData } from './support/practice.ts';
import { scenariosOf, walk } from './support/walk.ts';

/** Cured by a person in the console: console.spec.ts walks them, on a practice server to which a policy can come. */
const ofTheConsole = ['foreign-owner', 'policy-not-forced'];
/** Cured by a restart of the agent; what asked for a refresh before still asks for it, and the path goes on with it. */
const thenRefreshed = ['missing-features', 'restart-needed', 'several-faults'];

test('every practice scenario goes from Start to Report, repaired by what is offered wherever it has a cure', async () => {
  test.setTimeout(900_000);
  const wizard = await launchWithData();
  const { app, page } = wizard;
  await answerConfirmation(app, 'Apply');
  const scenarios = await scenariosOf(page);
  expect(scenarios.length).toBeGreaterThanOrEqual(36);
  for (const { id, curedBy } of scenarios) {
    if (ofTheConsole.includes(id)) continue;
    await test.step(id, async () => {
      const { repaired, ended } = await walk(page, id);
      console.log(`${id}: ${repaired.join(', ') || 'no repair'}${ended === null ? '' : ` (${ended})`}`);
      const cured = curedBy.map((repair) => repairTitles[repair]);
      expect(repaired).toEqual(thenRefreshed.includes(id) ? [...cured, repairTitles['refresh-packages']] : cured);
    });
  }
  await wizard.close();
});
