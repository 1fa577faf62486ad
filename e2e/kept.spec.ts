import { mkdtempSync, rmSync } from 'node:fs';
import { execFileSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { launchWizard } from './support/wizard.ts';
import { answerConfirmation, expectVerdict } from './support/practice.ts';

/** What happens to a kept practice server by no tool of ours. */
function happen(event: string, practice: string): void {
  const psdoctor = join(import.meta.dirname, '..', 'build', 'psdoctor.mjs');
  execFileSync(process.execPath, [psdoctor, 'practice', event, '--practice', practice]);
}

test('after a reboot the case offers itself, and says whether the repair survived', async () => {
  test.setTimeout(180_000);
  const folder = mkdtempSync(join(tmpdir(), 'psd-kept-'));
  const practice = join(folder, 'server');
  const args = ['--data', join(folder, 'data'), '--practice', practice];
  try {
    const first = await launchWizard({ args: [...args, '--target', 'practice:missing-record'] });
    await answerConfirmation(first.app, 'Apply');
    await expectVerdict(first.page);
    await first.page.getByRole('button', { name: 'Show the remedy' }).click();
    await first.page.getByRole('button', { name: /^Apply/u }).click();
    await expect(first.page.getByText('Repaired and proven.')).toBeVisible({ timeout: 60_000 });
    await first.close();

    happen('reboot', practice);
    const second = await launchWizard({ args });
    await second.page.getByRole('button', { name: 'Look whether it survived' }).click({ timeout: 30_000 });
    await expect(second.page.getByText(/has survived the restart of Windows/u).first()).toBeVisible({
      timeout: 60_000,
    });
    await second.close();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
