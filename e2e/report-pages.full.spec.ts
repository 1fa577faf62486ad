import { test } from '@playwright/test';
import { expectHidden } from './report/expect-hidden.ts';
import { launchReports } from './report/launch.ts';
import { canReadPdf } from './support/pdf.ts';

test('no redacted PDF of any practice scenario has an original value', async () => {
  test.skip(!canReadPdf, 'needs pdftotext (poppler)');
  test.setTimeout(1_200_000);
  const reports = await launchReports();
  for (const scenario of await reports.scenarios()) {
    await test.step(scenario, async () => {
      const made = await reports.make({ scenario, redact: true });
      expectHidden(made, await reports.print(made, 'A4'), scenario);
    });
  }
  await reports.close();
});
