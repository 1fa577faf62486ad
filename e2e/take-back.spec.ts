import { expect, test } from '@playwright/test';
import { answerConfirmation, questions } from './support/practice.ts';
import { diagnoseAnew, sharedWizard } from './support/shared.ts';
import { goTo } from './support/walk.ts';

const shared = sharedWizard();
const takeBack = { name: 'Take it back …' } as const;
const takeAllBack = { name: 'Take everything back …' } as const;

test('whoever declines to take a repair back keeps it as it was; then it is taken back from the report', async () => {
  test.setTimeout(180_000);
  const { app, page } = shared();
  await diagnoseAnew(page, 'missing-record');
  await page.getByRole('button', { name: 'Show the remedy' }).click();
  await expect(page.getByText('This can be taken back.')).toBeVisible();
  await answerConfirmation(app, 'Apply');
  await page.getByRole('button', { name: /^Apply/u }).click();
  await expect(page.getByText('Repaired and proven.')).toBeVisible({ timeout: 60_000 });

  await answerConfirmation(app, 'Cancel');
  await page.getByRole('button', takeBack).click();
  await expect(page.getByText(/^You said no: nothing was taken back/u)).toBeVisible();
  const [question] = await questions(app);
  expect(question).toMatchObject({
    message: 'Take back what was changed?',
    buttons: ['Cancel', 'Take back'],
    defaultId: 0,
  });
  await expect(page.getByText('Repaired and proven.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'See the proof' })).toBeVisible();
  await expect(page.getByRole('button', takeBack)).toBeVisible();
  await goTo(page, 'Prove');
  await expect(page.getByText('Repaired and proven.')).toBeVisible();
  await goTo(page, 'Report');
  await page.getByRole('button', takeAllBack).click();
  await expect(page.getByText(/^You said no: nothing was taken back/u)).toBeVisible();
  await expect(page.getByRole('heading', { level: 1, name: 'Report' })).toBeVisible();

  // Later, when another step is on the table, the one that is done still offers it.
  await goTo(page, 'Remedy');
  await page.getByRole('button', { name: 'Go on with: Refresh packages' }).click();
  await expect(page.getByRole('heading', { name: '5. Refresh packages' })).toBeFocused();
  await expect(page.getByText('This cannot be undone.')).toBeVisible();
  await page.getByRole('heading', { name: '2. Certificate binding' }).click();
  await expect(page.getByRole('button', takeBack)).toBeVisible();

  await goTo(page, 'Report');
  await answerConfirmation(app, 'Apply');
  await page.getByRole('button', takeAllBack).click();
  await expect(page.getByText('Taken back.')).toBeVisible({ timeout: 60_000 });
  await goTo(page, 'Report');
  await expect(page.getByText('Everything of this case was taken back.')).toBeVisible();
  await expect(page.getByRole('button', takeAllBack)).toHaveCount(0);
});

test('where nothing can be taken back the report says why, and offers nothing', async () => {
  test.setTimeout(120_000);
  const { app, page } = shared();
  await diagnoseAnew(page, 'stale-binding');
  await page.getByRole('button', { name: 'Show the remedy' }).click();
  await answerConfirmation(app, 'Apply');
  await page.getByRole('button', { name: /^Apply/u }).click();
  await expect(page.getByText('Repaired and proven.')).toBeVisible({ timeout: 60_000 });
  await expect(page.getByText(/^It cannot be taken back\. The old record/u)).toBeVisible();
  await goTo(page, 'Report');
  await expect(page.getByText('Nothing of this case can be taken back.')).toBeVisible();
  await expect(page.getByText(/^Certificate binding stays: .*1312/u)).toBeVisible();
  await expect(page.getByRole('button', takeAllBack)).toHaveCount(0);
});

test('what was done and not proven is told to stay, and why', async () => {
  test.setTimeout(120_000);
  const { app, page } = shared();
  await diagnoseAnew(page, 'missing-record');
  await goTo(page, 'Remedy');
  await page.getByRole('heading', { name: '5. Refresh packages' }).click();
  await page.getByRole('button', { name: 'Plan it anyway' }).click();
  await answerConfirmation(app, 'Apply');
  await page.getByRole('button', { name: /^Apply/u }).click();
  await expect(page.getByText('Done, but not proven.')).toBeVisible({ timeout: 60_000 });
  await goTo(page, 'Report');
  await expect(page.getByText('Nothing of this case can be taken back.')).toBeVisible();
  await expect(page.getByText(/^Refresh packages stays: A refresh has no undo/u)).toBeVisible();
  const ticket = page.getByRole('region', { name: 'Text for the ticket' });
  await expect(ticket).toContainText(
    /Repair: Refresh packages, [^.]*\. Done, but not proven\.\n- The change is not proven: /u,
  );
});

test('where a person has to act first the path says what to do, and how to go on', async () => {
  const { page } = shared();
  await diagnoseAnew(page, 'certificate-expired');
  await page.getByRole('button', { name: 'Show what to do first' }).click();
  await expect(page.getByRole('heading', { name: 'First a person has to act' })).toBeVisible();
  await expect(page.getByText(/^Renew the certificate/u)).toBeVisible();
  await page.getByRole('heading', { name: '2. Certificate binding' }).click();
  await page.getByRole('button', { name: 'Plan it anyway' }).click();
  await expect(page.getByText(/^No certificate in the machine store/u)).toBeVisible();
  await expect(page.getByText(/Name one of these/u)).toHaveCount(0);
  await page.getByRole('button', { name: 'Ask the server again' }).first().click();
  await expect(page.getByRole('heading', { level: 1, name: 'Diagnose' })).toBeVisible();
});

test('the focus stays at the work, whatever goes away under it', async () => {
  const { app, page } = shared();
  const press = async (name: RegExp) => {
    await page.getByRole('button', { name }).first().focus();
    await page.keyboard.press('Enter');
  };
  await goTo(page, 'Start');
  await page.locator('input[value="practice:stale-binding"]').check();
  await press(/^Start the diagnosis/u);
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  await press(/^Show the remedy/u);
  await answerConfirmation(app, 'Cancel');
  await press(/^Apply/u);
  const step = page.getByRole('heading', { name: '2. Certificate binding' });
  await expect(step).toBeFocused();
  await press(/^Plan again/u);
  await expect(page.getByRole('heading', { name: 'What is done' })).toBeFocused();
});
