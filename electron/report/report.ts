import type { RedactionNote, ReportAnswer, ReportDocument } from '../../shared/report/document.ts';
import { createInventory } from '../../shared/report/redact/inventory.ts';
import type { Hidden } from '../../shared/report/redact/placeholders.ts';
import {
  createRedactor,
  hiddenCounts,
  whatStays,
  type RedactOptions,
  type Redactor,
} from '../../shared/report/redact/redactor.ts';
import { productVersion } from '../app/version.ts';
import type { Evidence } from '../host/recording.ts';
import { evidenceView } from '../session/evidence.ts';
import type { ReportSource } from './source.ts';

/** A report that is ready to be written in any format. */
export interface Report {
  document: ReportDocument;
  evidence: Evidence | null;
  /** Which placeholder stands for which value; for the case alone, and empty without redaction. */
  hidden: Hidden[];
  /** The product's own log, redacted; null when nobody asked for it. */
  productLog: string | null;
}

/**
 * Puts a report together, redacted through and through when that is asked for:
 * every format and the evidence are made of the same redacted parts.
 *
 * @param redact what is hidden; null hides nothing
 */
export async function makeReport(
  source: ReportSource,
  redact: RedactOptions | null,
  now = new Date(),
): Promise<Report> {
  const { evidence, productLog = null, ...told } = source;
  const plain = { product: { version: productVersion }, createdAt: now.toISOString(), ...told };
  if (redact === null) {
    const document = { ...plain, evidence: await answersOf(evidence), redaction: null };
    const log =
      productLog === null ? null : await redactLog(productLog, await redactorOf(source, { thumbprints: false }));
    return { document, evidence, hidden: [], productLog: log };
  }
  const redactor = await redactorOf(source, redact);
  const { redactDocument, redactEvidence } = await import('./redact/redact-evidence.ts');
  const hidden = evidence === null ? null : redactEvidence(evidence, redactor);
  const document = { ...redactDocument(plain, redactor), evidence: await answersOf(hidden) };
  const values = redactor.values();
  const redaction: RedactionNote = { hidden: hiddenCounts(values), stays: whatStays(redactor.keptNames, redact) };
  const log = productLog === null ? null : await redactLog(productLog, redactor);
  return { document: { ...document, redaction }, evidence: hidden, hidden: redactor.values(), productLog: log };
}

/** Looks through everything for what is to be hidden. */
async function redactorOf(source: ReportSource, redact: RedactOptions): Promise<Redactor> {
  const { before, result, evidence, about, changes, productLog } = source;
  const collecting = createInventory();
  const { collectDocument, collectEvidence, collectResult, collectText } = await import('./redact/collect.ts');
  for (const each of [before, result]) if (each !== null) collectResult(each, collecting);
  if (evidence !== null) await collectEvidence(evidence, collecting);
  for (const name of [about.engineer, ...changes.map(({ confirmedBy }) => confirmedBy ?? '')]) {
    if (name !== '') collecting.seeAccount(name);
  }
  collectDocument(changes, collecting);
  collectText(productLog ?? '', collecting);
  return createRedactor(collecting.inventory(), redact);
}

/** It may tell of other servers than the one that is reported, so it is never left as it is. */
async function redactLog(log: string, redactor: Redactor): Promise<string> {
  const { redactText } = await import('./redact/redact-evidence.ts');
  return redactText(log, redactor);
}

/** Every answer as far as it can be read; the formats show as much of it as they have room for. */
async function answersOf(evidence: Evidence | null): Promise<ReportAnswer[]> {
  if (evidence === null) return [];
  const all = evidence.answers();
  const host = { answers: () => all, latest: () => undefined };
  const views: ReportAnswer[] = [];
  for (const { name, seq, phase } of all) {
    const view = await evidenceView(host, { name, seq });
    if (view === null) continue;
    const { kind, title, at, durationMs, outcome, exitCode, encoding, truncated, filtered } = view;
    // A thousand such answers must not fill the memory: no format shows more of one.
    const text = view.text.slice(0, 8000);
    const cut = truncated || text.length < view.text.length;
    views.push({
      name,
      phase,
      kind,
      title,
      at,
      durationMs,
      outcome,
      exitCode,
      encoding,
      text,
      truncated: cut,
      filtered,
    });
  }
  return views;
}
