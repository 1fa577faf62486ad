import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { expectHidden } from './report/expect-hidden.ts';
import { launchReports } from './report/launch.ts';
import type { Wish } from './report/worker.ts';
import { canReadPdf, pdfText } from './support/pdf.ts';

const wishes: Record<string, Wish> = {
  'before and after': { scenario: 'stale-binding', repaired: true },
  'several faults in German': { scenario: 'several-faults', language: 'de-DE' },
  'thirty endpoints': { scenario: 'stale-binding', growth: 'endpoints' },
  'long names': { scenario: 'stale-binding', growth: 'names' },
};

test('the HTML report passes axe, and the PDF has all of it on A4 and Letter', async () => {
  test.setTimeout(300_000);
  const reports = await launchReports();
  for (const [what, wish] of Object.entries(wishes)) {
    await test.step(what, async () => {
      const made = await reports.make(wish);
      await reports.page.setContent(made.html);
      for (const colorScheme of ['light', 'dark'] as const) {
        await reports.page.emulateMedia({ colorScheme });
        const { violations } = await new AxeBuilder({ page: reports.page }).setLegacyMode(true).analyze();
        expect(
          violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 160)}`),
          what,
        ).toEqual([]);
      }
      // Nothing sticks out: a person with a narrow window, and the paper, would not see it.
      const wide = await reports.page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(wide, what).toBeLessThanOrEqual(0);
      if (!canReadPdf) return;
      for (const paper of ['A4', 'Letter'] as const) {
        const { pages } = pdfText(await reports.print(made, paper));
        const last = new RegExp(String.raw`\b${pages.length} / ${pages.length}\b`, 'u');
        expect(pages.at(-1), `${what}, ${paper}`).toMatch(last);
        for (const heading of ['Verdict', 'How HTTPS answers', 'Findings', 'Timeline', 'Evidence', 'Versions']) {
          expect(pages.join('\n'), `${what}, ${paper}`).toContain(heading);
        }
        // A head with nothing under it, or a page with nothing but its head.
        for (const [index, page] of pages.entries()) {
          const lines = page.split('\n').filter((line) => line.trim() !== '');
          expect(lines.at(-2), `${what}, ${paper}, page ${index + 1}`).not.toMatch(
            /^ *(?:Status|Check|When|Endpoint|Connection)\s+\S+/u,
          );
          expect(lines.length, `${what}, ${paper}, page ${index + 1}`).toBeGreaterThan(4);
        }
      }
    });
  }
  await reports.close();
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
