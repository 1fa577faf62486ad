import { renameSync } from 'node:fs';
import { expect, test, type Page } from '@playwright/test';
import type { Result } from '../shared/model/result.ts';
import { passAxe } from './support/axe.ts';
import { chooseFiles } from './support/dialogs.ts';
import { named, openFleet, repaired, resultOf, resultsFolder, type ResultsFolder } from './support/fleet.ts';
import { resize } from './support/practice.ts';
import { sharedWizard } from './support/shared.ts';
import { goTo } from './support/walk.ts';

const shared = sharedWizard();

let stale: Result;
let missing: Result;
let healthy: Result;
test.beforeAll(() => {
  [stale, missing, healthy] = [resultOf('stale-binding'), resultOf('missing-record'), resultOf('healthy')];
});

let folder: ResultsFolder;
test.beforeEach(() => {
  folder = resultsFolder();
  for (const number of [1, 2, 3]) folder.put(`ps0${number}.json`, named(stale, `ps0${number}.corp.example`));
  folder.put('ps04.json', named(missing, 'ps04.corp.example'));
  folder.put('ps05.json', named(healthy, 'ps05.corp.example'));
  folder.put('notes.txt', 'Call the customer back.');
});
test.afterEach(() => folder.remove());

const table = (page: Page) => page.getByRole('grid', { name: 'Servers' });
/** The first cell of each row that is drawn. */
const servers = (page: Page) => page.getByRole('row').getByRole('button', { name: /^ps\d/u });
const standing = (page: Page) => page.getByText(/The folder is watched/u);

/** Leaves the window as the next test finds it. */
async function closeFolder(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Close the folder' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Many servers' })).toHaveCount(0);
  await goTo(page, 'Start');
}

test('a folder of results becomes a list that is filtered, sorted and grouped, and a server of it a result', async () => {
  const { app, page } = shared();
  await openFleet(app, page, folder.path);
  await expect(page.getByRole('heading', { level: 1, name: 'Many servers' })).toBeFocused();
  await expect(standing(page)).toBeVisible();
  await expect(
    page.getByText('5 servers: 4 failing, 1 healthy. 6 files: 0 older, 0 not read, 1 that is no result.'),
  ).toBeVisible();
  await expect(servers(page)).toHaveText([1, 2, 3, 4, 5].map((number) => `ps0${number}.corp.example`));
  await expect(page.getByRole('region', { name: 'Other files' })).toContainText('notes.txt');

  await page.getByRole('columnheader', { name: 'Server' }).getByRole('button').click();
  await page.getByRole('columnheader', { name: 'Server' }).getByRole('button').click();
  await expect(page.getByRole('columnheader', { name: 'Server' })).toHaveAttribute('aria-sort', 'descending');
  await expect(servers(page).first()).toHaveText('ps05.corp.example');
  await page.getByRole('searchbox', { name: 'Search the servers' }).pressSequentially('missing record', { delay: 5 });
  await expect(servers(page)).toHaveText(['ps04.corp.example']);
  await expect(page.getByText('1 of 5 servers')).toBeVisible();
  await page.getByRole('searchbox', { name: 'Search the servers' }).fill('nothing like it');
  await expect(page.getByText('No server matches.')).toBeVisible();
  await page.getByRole('searchbox', { name: 'Search the servers' }).fill('');
  await page.getByRole('button', { name: 'Healthy', exact: true }).click();
  await expect(servers(page)).toHaveText(['ps05.corp.example']);
  await page.getByRole('button', { name: 'All', exact: true }).click();

  await page.getByRole('button', { name: 'By cause' }).click();
  const group = page.getByRole('row', { name: /stale-binding · 3 servers: 3 failing/u });
  await expect(group).toHaveAttribute('aria-expanded', 'false');
  await group.getByRole('button').click();
  await expect(group).toHaveAttribute('aria-expanded', 'true');
  await expect(servers(page)).toHaveCount(3);

  // What is searched for is in sight, and can be closed.
  await group.getByRole('button').click();
  const search = page.getByRole('searchbox', { name: 'Search the servers' });
  await search.fill('ps03');
  await expect(servers(page)).toHaveText(['ps03.corp.example']);
  await page
    .getByRole('row', { name: /stale-binding · 1 server/u })
    .getByRole('button')
    .click();
  await expect(servers(page)).toHaveCount(0);
  await search.fill('');
  await expect(group).toHaveAttribute('aria-expanded', 'false');
  await group.getByRole('button').click();

  await page.getByRole('button', { name: 'ps02.corp.example' }).click();
  await expectOpened(page, 'ps02.corp.example');
  // Back in the list everything is as it was left.
  await page.getByRole('button', { name: 'Many servers' }).click();
  await expect(group).toHaveAttribute('aria-expanded', 'true');
  await expect(page.getByRole('row').and(page.locator('[data-active]'))).toContainText('ps02');
  await page.reload();
  await expect(page.getByRole('heading', { level: 1, name: 'Many servers' })).toBeVisible();
  await expect(servers(page)).toHaveCount(5);
  // Another folder is about other servers: nothing of the last one stands above it.
  await expect(page.getByRole('banner')).toContainText('ps02');
  const other = resultsFolder();
  await chooseFiles(app, [other.path]);
  await page.getByRole('button', { name: 'Open another folder …' }).click();
  await expect(page.getByText('No result lies in this folder yet.')).toBeVisible();
  await expect(page.getByRole('banner')).not.toContainText('ps02');
  other.remove();
  await closeFolder(page);
});

async function expectOpened(page: Page, server: string): Promise<void> {
  await expect(page.getByRole('banner')).toContainText(server);
  await expect(page.getByRole('heading', { name: 'Findings' })).toBeVisible();
}

test('the list follows a repair run, says that a share went away, and goes on when it is back', async () => {
  const { app, page } = shared();
  await openFleet(app, page, folder.path);
  await expect(standing(page)).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Before and now' })).toHaveCount(0);

  for (const number of [1, 2]) {
    const [before, after] = [stale, healthy].map((each) => named(each, `ps0${number}.corp.example`)) as [
      Result,
      Result,
    ];
    folder.put(`repaired-ps0${number}.json`, repaired(before, after));
  }
  await expect(page.getByText('5 servers: 2 failing, 3 healthy.')).toBeVisible();
  const compared = page.getByRole('region', { name: 'Before and now' });
  await expect(compared.getByRole('row', { name: 'Failing 2 0' })).toBeVisible();
  await expect(compared).toContainText('2 · Certificate binding: repaired and proven');
  await page.getByRole('button', { name: 'Repair tried' }).click();
  const row = page.getByRole('row', { name: /^ps01/u });
  await expect(row.getByRole('gridcell').nth(4)).toHaveText('Failingstale-binding');
  // Diagnosed again, the comparison is with before the repair, and its report is opened by what came of it.
  const again = new Date(Date.parse(healthy.startedAt) + 60_000).toISOString();
  folder.put('ps01.json', named(healthy, 'ps01.corp.example', { startedAt: again }));
  await expect(row).toContainText('ps01.corp.exampleresult');
  await expect(compared.getByRole('row', { name: 'Failing 2 0' })).toBeVisible();
  await row.getByRole('button', { name: 'ps01.corp.example' }).click();
  await expectOpened(page, 'ps01.corp.example');
  await expect(page.getByRole('button', { name: /^Prove \(/u })).toHaveAttribute('aria-disabled', 'true');
  await page.getByRole('button', { name: 'Many servers' }).click();
  await table(page).focus();
  await page.keyboard.press('Shift+Enter');
  await expectOpened(page, 'ps01.corp.example');
  await expect(page.getByRole('button', { name: /^Prove \(/u })).not.toHaveAttribute('aria-disabled', 'true');
  await page.getByRole('button', { name: 'Many servers' }).click();
  await row.getByRole('button', { name: 'Repaired, proven' }).click();
  await expectOpened(page, 'ps01.corp.example');
  await page.getByRole('button', { name: /^Prove \(/u }).click();
  await expect(page.getByRole('row', { name: /httpsys\.record|cert\.present/u }).first()).toBeVisible();

  await page.getByRole('button', { name: 'Many servers' }).click();
  renameSync(folder.path, `${folder.path}-gone`);
  await page.getByRole('button', { name: 'Look again' }).click();
  await expect(page.getByRole('alert')).toContainText('it is not there');
  await expect(servers(page)).toHaveCount(2);
  renameSync(`${folder.path}-gone`, folder.path);
  await expect(standing(page)).toBeVisible({ timeout: 15_000 });
  await expect(page.getByRole('alert')).toHaveCount(0);

  // The process that reads the folder dies: what was read stays, and opening it again makes a new one.
  const reader = await app.evaluate(
    (electron) => electron.app.getAppMetrics().find(({ name }) => name === 'psdoctor-fleet')?.pid,
  );
  process.kill(reader!, 'SIGKILL');
  await expect(page.getByRole('alert')).toContainText('has ended');
  await page.getByRole('button', { name: 'Open another folder …' }).click();
  await expect(standing(page)).toBeVisible();
  await expect(servers(page)).toHaveCount(5);
  await closeFolder(page);
});

test('a list of names tells who left no result, and one that is none says so', async () => {
  const { app, page } = shared();
  await openFleet(app, page, folder.path);
  await expect(standing(page)).toBeVisible();
  const expected = page.getByRole('region', { name: 'Servers that should be here' });
  const choose = async (content: string) => {
    folder.put('../names.txt', content);
    await chooseFiles(app, [`${folder.path}/../names.txt`]);
    await expected.getByRole('button', { name: 'Open a list of names …' }).click();
  };
  await choose('# the north\r\nPS01\r\nps05.corp.example\r\nps06.corp.example\r\n');
  await expect(expected).toContainText('1 of 3 have no result');
  await expect(expected.getByRole('listitem')).toHaveText(['ps06.corp.exampleno result of it was read']);
  folder.put('ps06.json', named(healthy, 'ps06.corp.example'));
  await expect(expected).toContainText('all 3 have a result');
  await choose('# nobody');
  await expect(page.getByRole('alert')).toContainText('names no server: it takes one name a line');
  await expect(expected).toContainText('all 3 have a result');
  await closeFolder(page);
});

test('by keyboard alone: one stop for the table, arrows in it, Enter opens', async () => {
  const { app, page } = shared();
  await chooseFiles(app, [folder.path]);
  await page.getByRole('button', { name: 'Open a folder of results …' }).press('Enter');
  await expect(servers(page)).toHaveCount(5, { timeout: 15_000 });
  await page.getByRole('searchbox', { name: 'Search the servers' }).focus();
  await page.keyboard.press('Tab');
  await expect(table(page)).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('End');
  await expect(table(page)).toHaveAttribute('aria-activedescendant', 'fleet-row-4');
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expectOpened(page, 'ps02.corp.example');

  await page.getByRole('button', { name: 'Many servers' }).press('Enter');
  await page.getByRole('button', { name: 'By cause' }).press('Enter');
  const tree = page.getByRole('treegrid', { name: 'Servers' });
  await tree.focus();
  await page.keyboard.press('ArrowRight');
  await expect(tree.getByRole('row', { expanded: true })).toHaveCount(1);
  await expect(servers(page)).toHaveCount(3);
  await page.keyboard.press('ArrowLeft');
  await expect(servers(page)).toHaveCount(0);
  await closeFolder(page);
});

test('passes axe in light, dark and forced colours, and fits every window', async () => {
  test.setTimeout(120_000);
  const { app, page } = shared();
  await openFleet(app, page, folder.path);
  await expect(standing(page)).toBeVisible();
  for (const [layout, role] of [
    ['One list', 'grid'],
    ['By cause', 'treegrid'],
  ] as const) {
    await page.getByRole('button', { name: layout }).click();
    await expect(page.getByRole(role, { name: 'Servers' })).toBeVisible();
    await expect(page.getByRole('row').nth(1)).toBeVisible();
    for (const [width, height] of [
      [683, 512],
      [1280, 720],
    ] as const) {
      await resize(shared(), width, height);
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
      await passAxe(page, `${layout} at ${width}`);
    }
  }
  await closeFolder(page);
});
