import type { Redaction, ReportFormat, ReportPreview } from '../../shared/model/report-preview.ts';
import { UserError } from '../app/user-error.ts';
import type { Report } from '../report/report.ts';
import type { ReportSource } from '../report/source.ts';
import type { DiagnosisPart } from './diagnosis-part.ts';
import type { PartDeps } from './part-deps.ts';

/** A report that is ready, and the files it can become. */
interface ReadyReport {
  fileName(format: ReportFormat): string;
  /** @returns the full path @throws UserError refused for what cannot be made here, failed when it cannot be written */
  write(format: ReportFormat, path: string): Promise<string>;
}

export interface ReportPart {
  /**
   * @param log whether a bundle of it holds the product's own log, always redacted
   * @throws UserError notFound without a result
   */
  make(redaction: Redaction, log?: boolean): Promise<ReadyReport>;
  /** What would be written, with the whole HTML report. @throws UserError notFound without a result */
  preview(redaction: Redaction): Promise<Omit<ReportPreview, 'page'> & { html: string }>;
}

/** Makes reports of what the wizard holds; the engine of the reports is loaded with the first. */
export function createReportPart({ holder, engines, logError }: PartDeps, diagnosis: DiagnosisPart): ReportPart {
  /** What was found last counts, also where the case was written before it. */
  async function source(): Promise<ReportSource> {
    const { session, diagnosis: found } = holder.current();
    const { result, before } = found;
    if (result === null) throw new UserError('notFound', 'There is no result yet that could be reported.');
    const { sourceOfCase, sourceOfResult } = await import('../report/source.ts');
    const kept = session.case === null ? null : await (await engines.cases()).open(session.case);
    const host = diagnosis.host();
    if (kept === null) {
      const told = { ...sourceOfResult(result), before, about: session.about, evidence: host };
      // Of a server that is open, and of no case, the wizard itself knows that it has changed nothing.
      if (session.source === 'server') return { ...told, changesUnknown: null };
      const bundle = session.target?.startsWith('recorded:') === true ? session.target.slice('recorded:'.length) : null;
      if (bundle === null) return told;
      const { changesOfBundle } = await import('../report/bundle-changes.ts');
      return { ...told, ...(await changesOfBundle(bundle)) };
    }
    const { source: told, warnings } = await sourceOfCase(kept, host);
    for (const warning of warnings) logError('report', new Error(warning));
    // The case knows what was found before its first repair; after a restart of the wizard nothing else does.
    return { ...told, result, before: told.before ?? before, about: session.about };
  }

  async function report(redaction: Redaction, log = false): Promise<Report> {
    const { makeReport } = await import('../report/report.ts');
    const productLog = log ? await engines.ownLog() : null;
    return makeReport(
      { ...(await source()), productLog },
      redaction === 'nothing' ? null : { thumbprints: redaction === 'thumbprints' },
    );
  }

  return {
    async make(redaction, log) {
      const made = await report(redaction, log);
      const { reportFileName, writeReport } = await import('../report/write-report.ts');
      return {
        fileName: (format) => reportFileName(made.document, format),
        // The system's own dialog has asked whether a file may be replaced.
        write: (format, path) => writeReport(made, format, path, { replace: true, ...engines.pdf }),
      };
    },
    async preview(redaction) {
      const { document } = await report(redaction);
      const [{ reportHtml }, { summaryText }] = await Promise.all([
        import('../../shared/report/html/page.ts'),
        import('../../shared/report/summary.ts'),
      ]);
      const { hidden, stays } = document.redaction ?? { hidden: [], stays: [] };
      return { summary: summaryText(document), hidden, stays, html: reportHtml(document) };
    },
  };
}
