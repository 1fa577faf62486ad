import { test } from '@playwright/test';
import { expectHidden } from './report/expect-hidden.ts';
import { launchReports } from './report/launch.ts';
import { checkPages } from './report/pages.ts';
import { canReadPdf } from './support/pdf.ts';

test('the HTML report passes axe, and the PDF has all of it, whatever is in it', async () => {
  test.setTimeout(300_000);
  await checkPages({
    'several faults in German': { scenario: 'several-faults', language: 'de-DE' },
    'thirty endpoints': { scenario: 'stale-binding', growth: 'endpoints' },
    'long names': { scenario: 'stale-binding', growth: 'names' },
  });
});

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
