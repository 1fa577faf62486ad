import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { withKeptServer, type KeptServer } from './support/kept.ts';
import { expectVerdict } from './support/practice.ts';
import { goTo } from './support/walk.ts';

/** Begins the repair of a missing record, and kills the wizard in the middle of it: a step has begun, nothing is proven. */
async function killInTheMiddle({ launch, data }: KeptServer): Promise<void> {
  const wizard = await launch('practice:missing-record');
  await expectVerdict(wizard.page);
  await wizard.page.getByRole('button', { name: 'Show the remedy' }).click();
  const apply = wizard.page.getByRole('button', { name: /^Apply/u });
  await expect(apply).toBeVisible();
  const pid = wizard.app.process().pid!;
  // Pressed a little later by the page itself: from here on the test only watches, faster than the repair goes on.
  await apply.evaluate((button: HTMLElement) => void setTimeout(() => button.click(), 100));
  await expect.poll(() => journal(data), { intervals: [1], timeout: 20_000 }).toContain('"mark":"before"');
  process.kill(pid, 'SIGKILL');
  await wizard.close();
  expect(journal(data)).not.toContain('"mark":"end"');
}

/** The journals of all cases, as they are at this moment; a case comes to be before its journal. */
function journal(data: string): string {
  const cases = join(data, 'cases');
  const files = existsSync(cases) ? readdirSync(cases).map((id) => join(cases, id, 'journal.jsonl')) : [];
  return files.map((file) => (existsSync(file) ? readFileSync(file, 'utf8') : '')).join('');
}

/** What comes before all else at the next start. */
async function expectOffer(page: Page): Promise<void> {
  const notice = page.getByRole('alert').filter({ hasText: 'holds a repair that was not finished' });
  await expect(notice).toBeVisible({ timeout: 30_000 });
  await expect(notice).toContainText(/\d of \d steps were done/u);
  await expect(page.getByRole('button', { name: 'Take it back …' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Finish it …' })).toBeVisible();
}

test('a repair in which the wizard was killed is offered at the next start, and finished', async () => {
  test.setTimeout(120_000);
  await withKeptServer(async (server) => {
    await killInTheMiddle(server);
    const { page, close } = await server.launch();
    await expectOffer(page);
    await page.getByRole('button', { name: 'Finish it …' }).click();
    await expect(page.getByText('Repaired and proven.')).toBeVisible({ timeout: 60_000 });
    await goTo(page, 'Start');
    await expect(page.getByText('was not finished')).toHaveCount(0);
    await close();
  });
});

test('a repair in which the wizard was killed is taken back, and the server stands as before', async () => {
  test.setTimeout(120_000);
  await withKeptServer(async (server) => {
    await killInTheMiddle(server);
    const { page, close } = await server.launch();
    await expectOffer(page);
    await page.getByRole('button', { name: 'Take it back …' }).click();
    await expect(page.getByText('Taken back.')).toBeVisible({ timeout: 60_000 });
    await goTo(page, 'Diagnose');
    await page.getByRole('button', { name: 'Check again' }).click();
    await expectVerdict(page);
    await expect(page.getByRole('button', { name: /^HTTP\.SYS: broken\. no record/u })).toBeVisible();
    await close();
  });
});
