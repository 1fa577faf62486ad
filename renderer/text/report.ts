import type { Redaction, ReportFormat } from '../../shared/model/report-preview.ts';
import { counted } from './common.ts';

export const reportWords = {
  title: 'Report',
  lead: 'What goes into the ticket. Nothing leaves this computer but by your hand.',
  summary: 'For the ticket',
  summaryAside: 'at most twelve lines of plain text',
  copySummary: 'Copy for the ticket',
  summaryText: 'Text for the ticket',
  summaryOf: 'summary for the ticket',
  making: 'Making the preview …',
  redaction: 'Redaction',
  redactHelp: 'the same value has the same placeholder everywhere',
  hides: 'What is replaced',
  stays: 'What stays',
  hidden: (what: string, count: number) => `${what}: ${counted(count, 'value')}`,
  hidesNothing: 'Nothing to replace was found.',
  save: 'Save',
  saveAs: (format: string) => `Save ${format} …`,
  withLog: "with the wizard's own log, always redacted",
  saved: (path: string) => `Written to ${path}`,
  preview: 'Preview',
  previewAside: 'the HTML report as it will be written',
  previewFrame: 'Preview of the report',
  after: 'Afterwards',
  undoAll: 'Take everything back …',
  undoHelp: 'Undoes what still stands of this case, newest first. A dialog asks first.',
  undoNothing: (more: boolean) => `Nothing ${more ? 'more ' : ''}of this case can be taken back.`,
  undone: 'Everything of this case was taken back.',
  staysOf: (title: string, why: readonly string[]) => `${title} stays: ${why.join(' ')}`,
  newCase: 'Begin with another server',
  close: 'Close the wizard',
};

export const formatWords: Record<ReportFormat, { name: string; help: string }> = {
  html: { name: 'HTML', help: 'one file, readable in any browser, no scripts' },
  pdf: { name: 'PDF', help: 'the same on pages' },
  json: { name: 'JSON', help: 'the result document, for tools' },
  bundle: { name: 'bundle', help: 'every recorded answer; opening it again gives the same findings' },
};

export const redactionWords: Record<Redaction, string> = {
  nothing: 'Off',
  names: 'Names, addresses, accounts',
  thumbprints: 'Thumbprints too',
};
