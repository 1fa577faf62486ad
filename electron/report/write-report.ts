import { resolve } from 'node:path';
import type { ReportFormat } from '../../shared/model/report-preview.ts';
import type { ReportDocument } from '../../shared/report/document.ts';
import { oneLine } from '../../shared/report/visible.ts';
import { namedFile } from '../app/named-file.ts';
import { UserError } from '../app/user-error.ts';
import { notedIn } from './bundle-changes.ts';
import type { Report } from './report.ts';
import { refuseTaken, saveFile } from './save.ts';

const extensions: Record<ReportFormat, string> = { html: 'html', pdf: 'pdf', json: 'json', bundle: 'zip' };

/** A4 for most of the world, Letter for North America. */
export type PaperSize = 'A4' | 'Letter';

/** Makes a PDF of an HTML report; the words stand at the top of every page. Only the window's process can. */
export type PrintPdf = (html: string, head: string, paper: PaperSize) => Promise<Uint8Array>;

export interface WriteOptions {
  /** Replaces what is there. */
  replace?: boolean;
  printPdf?: PrintPdf;
  paper?: PaperSize;
}

/** The name of a report's file when nobody gives another: server, case and time. */
export function reportFileName({ result, case: kept, createdAt }: ReportDocument, format: ReportFormat): string {
  const server = (result.target.fqdn ?? result.target.name).toLowerCase().replace(/[^a-z\d.]+/gu, '-');
  const time = createdAt.slice(0, 16).replace('T', '-').replace(':', '');
  const name = [
    server.replace(/^[-.]+|[-.]+$/gu, '').slice(0, 80),
    ...(kept === null ? [] : [`case-${kept.id}`]),
    time,
  ];
  return `${name.filter(Boolean).join('_')}.${extensions[format]}`;
}

/**
 * Writes one format of a report.
 *
 * @param path a file, or a folder (there already, or with a slash at its end) in which the file gets its default name
 * @returns the full path
 * @throws UserError badArguments when it is there already, refused for what cannot be made here, failed when it cannot be written
 */
export async function writeReport(
  report: Report,
  format: ReportFormat,
  path: string,
  options: WriteOptions = {},
): Promise<string> {
  const { document, evidence, productLog } = report;
  const { replace = false } = options;
  const save = async (content: string | Uint8Array) =>
    saveFile(await namedFile(path, reportFileName(document, format)), content, replace);
  switch (format) {
    case 'json':
      return save(`${JSON.stringify(document.result, null, 2)}\n`);
    case 'html':
      return save(await html(document));
    case 'pdf': {
      const { printPdf, paper = 'A4' } = options;
      if (printPdf === undefined) throw noPdf();
      return save(await printPdf(await html(document), headOf(document), paper));
    }
    case 'bundle': {
      if (evidence === null) throw noEvidence();
      const file = resolve(path);
      if (!replace && /\.zip$/iu.test(file)) await refuseTaken(file);
      const { writeBundle } = await import('../host/recorded/write-bundle.ts');
      const repairs = notedIn(document);
      await writeBundle(evidence, file, document.result, {
        replace,
        ...(productLog === null ? {} : { productLog }),
        ...(repairs === null ? {} : { repairs }),
      });
      return file;
    }
  }
}

/** Loaded with the first report that needs it. */
async function html(document: ReportDocument): Promise<string> {
  const { reportHtml } = await import('../../shared/report/html/page.ts');
  return reportHtml(document);
}

/** Characters that stand in one line above a page. */
const mostInHead = 100;

const headOf = ({ result: { target }, case: kept }: ReportDocument): string =>
  oneLine(
    `Package server report: ${target.fqdn ?? target.name}${kept === null ? '' : `, case ${kept.id}`}`,
    mostInHead,
  );

const noPdf = (): UserError =>
  new UserError(
    'refused',
    'A PDF is made by the wizard, and this is the console program, which has no browser in it. Open the same case or bundle in the wizard and save the PDF there, or write the HTML report (--html) and print it from any browser.',
  );

const noEvidence = (): UserError =>
  new UserError(
    'refused',
    'There are no recorded answers that a bundle could hold: of this only the results were kept. Diagnose the server again to have them: in the wizard, which keeps them for its report, or with psdoctor diagnose --bundle.',
  );
