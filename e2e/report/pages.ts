import { expect, test } from '@playwright/test';
import { builderFor, ofColours } from '../support/axe.ts';
import { canReadPdf, pdfText } from '../support/pdf.ts';
import { launchReports } from './launch.ts';
import type { Wish } from './worker.ts';

/** The HTML report passes axe, and its PDF has all of it, on A4 and Letter. */
export async function checkPages(wishes: Record<string, Wish>): Promise<void> {
  const reports = await launchReports();
  for (const [what, wish] of Object.entries(wishes)) {
    await test.step(what, async () => {
      const made = await reports.make(wish);
      await reports.page.setContent(made.html);
      for (const colorScheme of ['light', 'dark'] as const) {
        await reports.page.emulateMedia({ colorScheme });
        const builder = await builderFor(reports.page);
        // In the dark only colours are others.
        const { violations } = await (colorScheme === 'light' ? builder : builder.withRules(ofColours)).analyze();
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
}
