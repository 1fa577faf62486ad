import type { Cause } from '../../shared/model/cause.ts';
import { FindingId, type Finding, type FindingStatus } from '../../shared/model/finding.ts';
import type { Result } from '../../shared/model/result.ts';
import { titleOf } from '../../shared/rules/title-of.ts';
import type { Paint } from '../cli/paint.ts';
import { endpointChains } from './endpoint-chains.ts';
import { wrap } from './wrap.ts';

const plain: Paint = (_style, text) => text;
const idWidth = Math.max(...FindingId.options.map((id) => id.length)) + 1;

/** The consoles of old servers have no ellipsis. */
const ascii = (text: string): string => text.replaceAll('…', '..');

/**
 * A result for reading: verdict first, then the endpoints, what fails and why,
 * warnings, what was not run, and a count of the rest. At most 100 columns and
 * ASCII apart from what the server's own names bring; ends with a line break.
 */
export function resultText(result: Result, paint: Paint = plain): string {
  const { product, target, startedAt, causes } = result;
  const findings = result.findings.map((one) => ({ ...one, summary: ascii(one.summary), detail: ascii(one.detail) }));
  const [first, ...others] = causes;
  const server = target.fqdn === null ? target.name : `${target.fqdn} (${target.name})`;
  const endpoints = endpointChains(result).flatMap(({ label, links }) => [
    `  ${label}`,
    ...links.flatMap(([name, words]) => hanging(`    ${name.padEnd(11)}`, ' '.repeat(15), ascii(words))),
  ]);
  const listed = (title: string, status: FindingStatus) => {
    const chosen = findings.filter(has(status)).flatMap((one) => findingLines(one, paint));
    return section(title, chosen, paint);
  };
  const at = `${startedAt.slice(0, 16).replace('T', ' ')} UTC`;
  const lines = [
    ...wrap(`Package Server Doctor ${product.version} | ${server} | ${at}`, '').map((line) => paint('dim', line)),
    '',
    ...(first ? causeLines(first, findings, paint) : []),
    ...others.flatMap((cause) => ['', ...causeLines(cause, findings, paint)]),
    ...section('HTTPS endpoints of the site', endpoints, paint),
    ...listed('Failing', 'fail'),
    ...listed('Warnings', 'warn'),
    ...section('Not run', notRunLines(findings.filter(has('notRun')), paint), paint),
    '',
    rest(findings),
  ];
  return `${lines.join('\n')}\n`;
}

const has =
  (status: FindingStatus) =>
  (finding: Finding): boolean =>
    finding.status === status;

const marks = { fail: 'x', warn: '!', notRun: '?', info: 'i', pass: '+' } as const;
const colours = { fail: 'red', warn: 'yellow', notRun: 'cyan', info: 'blue', pass: 'green' } as const;

const section = (title: string, lines: readonly string[], paint: Paint): string[] =>
  lines.length === 0 ? [] : ['', paint('bold', title), ...lines];

/** Wraps with a first line that begins differently from the others. */
function hanging(first: string, indent: string, text: string): string[] {
  const [line = '', ...more] = wrap(text, indent);
  return [first + line.slice(indent.length), ...more];
}

function causeLines(cause: Cause, findings: readonly Finding[], paint: Paint): string[] {
  const { id, title, likelihood, because, against, remedies, advice } = cause;
  const told = (label: string, ids: readonly string[]): string[] =>
    ids.flatMap((one, index) => {
      const summary = findings.find((finding) => finding.id === one)?.summary ?? '';
      const lead = (index === 0 ? label : '').padEnd(10);
      return hanging(`  ${lead}`, ' '.repeat(12), `${one}: ${summary}`);
    });
  return [
    ...wrap(`${title} (${id === 'undetermined' ? id : `${id}, ${likelihood}`})`, '').map((line) =>
      paint(['bold', id === 'healthy' ? 'green' : 'red'], line),
    ),
    ...told('because', because),
    ...told('against', against),
    ...(remedies.length > 0 ? [`  remedies  ${remedies.join(', ')}`] : []),
    ...(advice === null ? [] : hanging('  advice    ', ' '.repeat(12), advice)),
  ];
}

function findingLines({ id, status, summary, detail, kb }: Finding, paint: Paint): string[] {
  const [line = '', ...more] = hanging('', ' '.repeat(idWidth + 4), summary);
  return [
    `  ${paint(colours[status], marks[status])} ${id.padEnd(idWidth)}${line}`,
    ...more,
    ...wrap(detail, '      '),
    ...(kb.length > 0 ? [`      ${kb.join(', ')}`] : []),
  ];
}

/** One source that is not known leaves many checks without an answer: each reason is said once. */
function notRunLines(findings: readonly Finding[], paint: Paint): string[] {
  const indent = ' '.repeat(6);
  return [...new Set(findings.map(reasonOf))].flatMap((reason) => {
    const ids = findings.filter((one) => reasonOf(one) === reason).map(({ id }) => id);
    const [line = '', ...more] = wrap(ids.join(', '), indent.slice(2));
    return [`  ${paint(colours.notRun, marks.notRun)} ${line.trimStart()}`, ...more, ...wrap(reason, indent)];
  });
}

/** The question itself is told by the id. */
function reasonOf({ id, summary }: Finding): string {
  const title = titleOf(id);
  return summary.startsWith(title) ? summary.slice(title.length).trimStart() : summary;
}

function rest(findings: readonly Finding[]): string {
  const [passed, info] = [findings.filter(has('pass')).length, findings.filter(has('info')).length];
  return `Of ${findings.length} checks ${passed} passed; for information only: ${info}.`;
}
