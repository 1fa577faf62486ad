import { execFileSync, spawnSync } from 'node:child_process';
import { inflateSync } from 'node:zlib';

/** Whether poppler's tools are here, which read a PDF as a person's program does. */
export const canReadPdf = spawnSync('pdftotext', ['-v']).error === undefined;

/** The text of the pages, and what stands in the file beside them: title, outline, tags. */
export function pdfText(pdf: Buffer): { pages: string[]; rest: Buffer } {
  const text = execFileSync('pdftotext', ['-layout', '-enc', 'UTF-8', '-', '-'], {
    input: pdf,
    maxBuffer: 2 ** 28,
  }).toString();
  return { pages: text.split('\f').slice(0, -1), rest: Buffer.concat([pdf, ...streamsOf(pdf)]) };
}

/** The contents of its compressed streams; pictures and fonts are among them. */
function streamsOf(pdf: Buffer): Buffer[] {
  const streams: Buffer[] = [];
  for (const { index, 0: head } of pdf.toString('latin1').matchAll(/(?<!end)stream\r?\n/gu)) {
    try {
      streams.push(inflateSync(pdf.subarray(index + head.length), { finishFlush: 2 }));
    } catch {
      // It is packed in another way: a font, or a picture.
    }
  }
  return streams;
}
