import { test } from '@playwright/test';
import { expectHidden } from './report/expect-hidden.ts';
import { launchReports } from './report/launch.ts';
import { checkPages } from './report/pages.ts';
import { canReadPdf } from './support/pdf.ts';

test('the HTML report passes axe, and the PDF has all of it on A4 and Letter', async () => {
  await checkPages({ 'before and after': { scenario: 'stale-binding', repaired: true } });
});

test('a redacted PDF has no original value, neither on its pages nor inside the file', async () => {
  test.skip(!canReadPdf, 'needs pdftotext (poppler)');
  test.setTimeout(120_000);
  const reports = await launchReports();
  for (const scenario of ['several-faults', 'foreign-owner']) {
    const made = await reports.make({ scenario, redact: true });
    expectHidden(made, await reports.print(made, 'A4'), scenario);
  }
  // After a repair the answers of its steps and backups are there too.
  const made = await reports.make({ scenario: 'stale-binding', repaired: true, redact: true });
  expectHidden(made, await reports.print(made, 'Letter'), 'stale-binding, repaired');
  await reports.close();
});
