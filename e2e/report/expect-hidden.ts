import { expect } from '@playwright/test';
import { originalsIn } from '../../electron/report/testing/original-values.ts';
import { pdfText } from '../support/pdf.ts';
import type { Made } from './worker.ts';

/** No original value is in any format that is for reading, in the text, the title, the outline or the tags of the PDF. */
export function expectHidden({ html, text, markdown, originals }: Made, pdf: Buffer, scenario: string): void {
  const { pages, rest } = pdfText(pdf);
  for (const [where, content] of Object.entries({ html, text, markdown, pdf: pages.join('\n') })) {
    expect(originalsIn(Buffer.from(content), originals), `${scenario}: ${where}`).toEqual([]);
  }
  expect(originalsIn(rest, originals), `${scenario}: inside the PDF`).toEqual([]);
  // A name that a line's end has cut in two.
  const joined = pages.join('').replace(/\s+/gu, '').toLowerCase();
  const long = originals.map((value) => value.replace(/\s+/gu, '').toLowerCase()).filter((value) => value.length > 8);
  expect(
    long.filter((value) => joined.includes(value)),
    `${scenario}: over two lines`,
  ).toEqual([]);
  expect(joined).toContain('host-1.domain-1.invalid');
}
