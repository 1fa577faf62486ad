import type { ReportDocument } from '../document.ts';
import { markup, Markup } from '../markup.ts';
import { utc } from '../time.ts';
import { oneLine } from '../visible.ts';
import { changesSection, undoSection } from './changes.ts';
import { comparisonSection } from './comparison.ts';
import { evidenceSection } from './evidence.ts';
import { findingsSection, unknownSection } from './findings.ts';
import { mapSection } from './map.ts';
import { list, section, table } from './parts.ts';
import { htmlFile } from './shell.ts';
import { style } from './style.ts';
import { timelineSection } from './timeline.ts';
import { verdictSection } from './verdict.ts';

/**
 * The whole report as one HTML file: no scripts, no references to anything
 * outside, readable on paper. Every value is escaped, and invisible characters
 * are named.
 */
export function reportHtml(document: ReportDocument): string {
  const { result, before, product } = document;
  const server = result.target.fqdn ?? result.target.name;
  return htmlFile(
    markup`Package server report: ${oneLine(server, 40)}`,
    css,
    markup`<header>
<h1>Package server report: ${server}</h1>
<p class="soft">Why HTTPS codebases are, or are not, published (Broadcom KB172128). Written ${utc(document.createdAt)} by Package Server Doctor ${product.version}.</p>
</header>
<main>
${aboutTable(document)}
${verdictSection(result, before === null ? 'Verdict' : 'Verdict now', 'verdict')}
${before !== null && verdictSection(before, 'Verdict before the repair', 'verdict-before')}
${mapSection(result)}
${findingsSection(document)}
${comparisonSection(document)}
${changesSection(document)}
${undoSection(document)}
${timelineSection(document)}
${unknownSection(document)}
${evidenceSection(document)}
${redactionSection(document)}
${versionsSection(document)}
</main>`,
  );
}

/** The style sheet is ours, and what a style element holds is not escaped. */
const css = Markup.ours(style);

function aboutTable({ result: { target, startedAt }, about, case: kept }: ReportDocument): Markup {
  const rows = [
    ['Server', target.fqdn ?? 'its full name is not known'],
    ['Read from', target.name],
    ['Addresses', target.addresses.length > 0 ? target.addresses.join(', ') : 'not known'],
    ['Judged at', utc(startedAt)],
    ...(about.ticket === '' ? [] : [['Ticket', about.ticket]]),
    ...(about.engineer === '' ? [] : [['Engineer', about.engineer]]),
    ...(kept === null ? [] : [['Case', kept.id]]),
  ];
  return markup`<table>
<caption>What this report is about</caption>
<tbody>
${rows.map(([name, value]) => markup`<tr><th scope="row">${name}</th><td>${value}</td></tr>\n`)}</tbody>
</table>
`;
}

function redactionSection({ redaction }: ReportDocument): Markup | null {
  if (redaction === null) return null;
  const { hidden, stays } = redaction;
  return section('What was hidden', 'redaction', [
    markup`<p>This report is redacted: the same value has the same placeholder everywhere. The list of values is not part of it.</p>`,
    table(
      'Replaced',
      ['What', 'Different values'],
      hidden.map(({ what, count }) => [what, count]),
    ),
    markup`<h3>What stays</h3>`,
    list(stays),
  ]);
}

function versionsSection({ product, result, evidence }: ReportDocument): Markup {
  return section(
    'Versions',
    'versions',
    list([
      `Package Server Doctor ${product.version} wrote this report; version ${result.product.version} judged.`,
      `Result document: ${result.format}, version ${result.version}.`,
      `Answers of the server shown: ${evidence.length}.`,
      'The checks and what they conclude follow KB172128 and the sources that each finding names.',
    ]),
  );
}
