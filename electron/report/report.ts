import type { RedactionNote, ReportAnswer, ReportDocument } from '../../shared/report/document.ts';
import { createInventory } from '../../shared/report/redact/inventory.ts';
import type { Hidden } from '../../shared/report/redact/placeholders.ts';
import { createRedactor, hiddenCounts, whatStays, type RedactOptions } from '../../shared/report/redact/redactor.ts';
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
  const { evidence, ...told } = source;
  const plain = { product: { version: productVersion }, createdAt: now.toISOString(), ...told };
  if (redact === null) {
    const document = { ...plain, evidence: await answersOf(evidence), redaction: null };
    return { document, evidence, hidden: [] };
  }
  const collecting = createInventory();
  const { collectEvidence, collectResult } = await import('./redact/collect.ts');
  for (const result of [source.before, source.result]) if (result !== null) collectResult(result, collecting);
  if (evidence !== null) await collectEvidence(evidence, collecting);
  for (const name of [source.about.engineer, ...source.changes.map(({ confirmedBy }) => confirmedBy ?? '')]) {
    if (name !== '') collecting.seeAccount(name);
  }
  collecting.see(JSON.stringify(source.changes, null, 1));
  const redactor = createRedactor(collecting.inventory(), redact);
  const { redactEvidence } = await import('./redact/redact-evidence.ts');
  const hidden = evidence === null ? null : redactEvidence(evidence, redactor);
  const document = { ...redactor.json(plain), evidence: await answersOf(hidden) };
  const values = redactor.values();
  const redaction: RedactionNote = { hidden: hiddenCounts(values), stays: whatStays(redactor.keptNames, redact) };
  return { document: { ...document, redaction }, evidence: hidden, hidden: values };
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
