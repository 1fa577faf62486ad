import { expect, test, type Page } from '@playwright/test';
import { withKeptServer } from './support/kept.ts';
import { answerConfirmation, expectVerdict } from './support/practice.ts';
import { diagnoseAnew, sharedWizard } from './support/shared.ts';
import { goTo } from './support/walk.ts';

const shared = sharedWizard();

/** How the rail says that a step stands. */
const inRail = (page: Page, step: string, state: string) =>
  page.getByRole('navigation', { name: 'Steps' }).getByRole('button', { name: `${step} (${state})`, exact: true });

test('a repair that fails says what a person does, and asks the server again when that is done', async () => {
  const { app, page } = shared();
  await answerConfirmation(app, 'Apply');
  await diagnoseAnew(page, 'private-key-unusable');
  await page.getByRole('button', { name: 'Show the remedy' }).click();
  await page.getByRole('button', { name: /^Apply/u }).click();
  await expect(page.getByText('The repair failed.')).toBeVisible({ timeout: 60_000 });
  await expect(page.getByText(/^What to do: .*import the certificate again together with its key/u)).toBeVisible();
  await page.getByRole('button', { name: 'Ask the server again' }).click();
  await expect(page.getByRole('heading', { level: 1, name: /^Diagnose|^Asking/u })).toBeVisible();
  await expectVerdict(page);
});

test('Remedy and Prove are done when nothing is left to do and the proof was seen', async () => {
  test.setTimeout(120_000);
  const { app, page } = shared();
  await answerConfirmation(app, 'Apply');
  await diagnoseAnew(page, 'stale-binding');
  await page.getByRole('button', { name: 'Show the remedy' }).click();
  await page.getByRole('button', { name: /^Apply/u }).click();
  await page.getByRole('button', { name: 'See the proof' }).click({ timeout: 60_000 });
  await expect(inRail(page, 'Remedy', 'can be opened')).toBeVisible();
  await goTo(page, 'Diagnose');
  await expect(page.getByRole('heading', { name: /^Nothing wrong/u })).toBeVisible();
  await page.getByRole('button', { name: 'Show the remedy' }).click();
  await page.getByRole('button', { name: /^Apply/u }).click();
  await expect(page.getByRole('button', { name: 'See the proof' })).toBeVisible({ timeout: 60_000 });
  await expect(inRail(page, 'Prove', 'can be opened')).toBeVisible();
  await page.getByRole('button', { name: 'See the proof' }).click();
  await expect(inRail(page, 'Remedy', 'done')).toBeVisible();
  await page.getByRole('button', { name: 'To the report' }).click();
  await expect(inRail(page, 'Prove', 'done')).toBeVisible();

  // A step that is done is not called one that is not the next.
  await goTo(page, 'Remedy');
  await page.getByRole('heading', { name: '2. Certificate binding' }).click();
  await expect(page.getByText(/^It cannot be taken back/u).first()).toBeVisible();
  await expect(page.getByText(/^It is not the next step/u)).toHaveCount(0);
  // What a step of a change without an undo has for one is tried only on the way.
  await page.getByRole('heading', { name: '4. Restart agent' }).click();
  await page.getByRole('button', { name: 'Plan it anyway' }).last().click();
  await expect(page.getByText('This cannot be undone.')).toBeVisible();
  await expect(page.getByText(/^If a later step fails: Start/u).first()).toBeVisible();
  await expect(page.getByText(/^Undo: (?:Start|Stop)/u)).toHaveCount(0);
});

test('Start keeps the server that was chosen, and what would be diagnosed stays in sight', async () => {
  const { page } = shared();
  await diagnoseAnew(page, 'missing-record');
  await goTo(page, 'Start');
  const chosen = page.locator('input[value="practice:missing-record"]');
  await expect(chosen).toBeChecked();
  await page.getByRole('searchbox', { name: 'Search the scenarios' }).fill('no such server');
  await expect(page.getByText('No scenario matches.')).toBeVisible();
  await expect(chosen).toBeChecked();
  await expect(chosen).toBeInViewport();
  await expect(page.getByRole('radio', { name: /renewed/u })).toHaveCount(0);
  await page.getByRole('searchbox', { name: 'Search the scenarios' }).fill('');
});

test('answers and sources are called by what they are', async () => {
  const { page } = shared();
  await diagnoseAnew(page, 'stale-binding');
  const evidence = page.getByRole('complementary', { name: 'Evidence' });
  await expect(evidence.getByText('IIS configuration (applicationHost.config)')).toBeVisible();
  await expect(evidence).not.toContainText('powershell.machine');
  await page.getByText('22 sources answered').click();
  await expect(page.getByRole('heading', { name: 'Sources' })).toBeVisible();
});

test('what a restart of Windows has undone leads to the step that is for it', async () => {
  test.setTimeout(180_000);
  await withKeptServer(async ({ launch, happen }) => {
    const first = await launch('practice:policy-not-forced');
    await expectVerdict(first.page);
    await goTo(first.page, 'Remedy');
    await first.page.getByRole('heading', { name: '2. Certificate binding' }).click();
    await first.page.getByRole('button', { name: 'Plan it anyway' }).click();
    await first.page.getByRole('checkbox', { name: /^Take the record over/u }).check();
    await first.page.getByRole('button', { name: /^Apply/u }).click();
    await expect(first.page.getByText('Repaired and proven.')).toBeVisible({ timeout: 60_000 });
    await first.close();

    happen('reboot');
    const { page, close } = await launch();
    await page.getByRole('button', { name: 'Look whether it survived' }).click({ timeout: 30_000 });
    await expect(page.getByText('It has not survived the restart of Windows.')).toBeVisible({ timeout: 60_000 });
    const goOn = page.getByRole('button', { name: 'Go on with: Force overwrite' });
    await expect(goOn).toBeVisible();
    await expect(page.locator('main')).not.toContainText(/rebind-certificate|force-overwrite|Done, but not proven/u);
    await goTo(page, 'Diagnose');
    await goTo(page, 'Remedy');
    await expect(page.getByText('It has not survived the restart of Windows.')).toBeVisible();
    await expect(page.getByText(/^Not all has survived the restart of Windows: "Certificate binding"/u)).toHaveCount(1);
    await expect(page.getByRole('button', { name: 'Plan again' })).toHaveCount(0);
    await goOn.click();
    await expect(page.getByRole('heading', { name: '3. Force overwrite' })).toBeFocused();
    await expect(page.getByRole('button', { name: /^Apply/u })).toBeVisible();
    await close();
  });
});
