import { expect, test, type ElectronApplication } from '@playwright/test';
import { expectVerdict, launchWithData } from './support/practice.ts';

/** From here on no connection comes about, and none is refused: a server behind a firewall that says nothing. */
async function silenceConnections(app: ElectronApplication): Promise<void> {
  await app.evaluate(() => {
    const { Socket } = process.getBuiltinModule('node:net');
    Socket.prototype.connect = function () {
      return this;
    };
  });
}

test('a source that hangs holds up no other, and is cancelled alone; cancelling all ends the diagnosis', async () => {
  const wizard = await launchWithData();
  const { app, page } = wizard;
  await expect(page.getByRole('radio', { name: /renewed/u })).toBeVisible();
  await silenceConnections(app);
  await page.getByRole('button', { name: 'Start the diagnosis' }).click();
  const hangs = page.getByRole('listitem').filter({ hasText: 'TLS handshakes' });
  await expect(hangs).toContainText('asking');
  const cancels = page.getByRole('button', { name: /^Cancel: /u });
  await expect(cancels).toHaveCount(1, { timeout: 20_000 });
  await cancels.click();
  await expectVerdict(page);
  await expect(page.getByText(/The diagnosis was cancelled/u)).toHaveCount(0);
  await expect(page.getByRole('button', { name: /^The wire: not known/u })).toBeVisible();
  await page.getByText(/sources, 1 without an answer/u).click();
  await expect(hangs).toContainText('cancelled');

  await page.getByRole('button', { name: 'Check again' }).click();
  await page.getByRole('button', { name: 'Cancel all' }).click();
  await expect(page.getByText(/The diagnosis was cancelled/u)).toBeVisible({ timeout: 20_000 });
  // What had not answered is not known: nothing is called sound by it.
  await expect(page.getByRole('heading', { name: /^Nothing wrong/u })).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Check again' })).toBeVisible();
  await wizard.close();
});
