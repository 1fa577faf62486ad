import { expect, test } from '@playwright/test';
import { named, openFleet, repaired, resultOf, resultsFolder } from './support/fleet.ts';
import { chooseFiles } from './support/dialogs.ts';
import { takePictures } from './support/pictures.ts';
import { launchWithData } from './support/practice.ts';

const scenarios = [
  'stale-binding',
  'missing-record',
  'healthy',
  'foreign-owner',
  'certificate-expired',
  'several-faults',
];
/** Which of them each of forty servers has: one cause on many, some on few. */
const spread = '0000100200300040000012000050002000010002';

test('the list of many servers, in every size, light and dark', async () => {
  test.setTimeout(180_000);
  const results = scenarios.map(resultOf);
  const folder = resultsFolder();
  [...spread].forEach((scenario, index) => {
    const fqdn = `ps${String(index + 1).padStart(2, '0')}.corp.example`;
    const before = named(results[Number(scenario)]!, fqdn);
    const wasRepaired = scenario === '0' && index < 12;
    folder.put(`${fqdn}.json`, wasRepaired ? repaired(before, named(results[2]!, fqdn)) : before);
  });
  folder.put('ps41.corp.example.json', JSON.stringify(results[0]).slice(0, 5000));

  const wizard = await launchWithData();
  const { app, page } = wizard;
  await openFleet(app, page, folder.path);
  await expect(page.getByText(/The folder is watched/u)).toBeVisible();
  // A person's folder has a name of its own.
  await page.getByText(folder.path).evaluate((element) => (element.textContent = String.raw`\\fileserver\results`));
  await takePictures(wizard, 'fleet');
  await page.getByRole('button', { name: 'By cause' }).click();
  // Not the list that it replaces.
  await page.getByRole('treegrid').focus();
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('row', { expanded: true })).toBeVisible();
  await takePictures(wizard, 'fleet-causes');
  folder.put(
    '../servers.txt',
    [...spread, '', '', ''].map((_, index) => `ps${String(index + 1).padStart(2, '0')}`).join('\n'),
  );
  await chooseFiles(app, [`${folder.path}/../servers.txt`]);
  await page.getByRole('button', { name: 'Open a list of names …' }).click();
  await expect(page.getByText(/have no result/u)).toBeVisible();
  await takePictures(wizard, 'fleet-common', 'What they have in common');
  await wizard.close();
  folder.remove();
});
