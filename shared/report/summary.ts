import type { Cause } from '../model/cause.ts';
import { nextRemedy } from '../repairs/next-remedy.ts';
import { likelihoodWords, outcomeWords, repairTitles } from './words.ts';
import type { Change, ReportDocument } from './document.ts';
import { utc } from './time.ts';
import { oneLine } from './visible.ts';

/** A ticket's field shows no more without scrolling. */
const mostLines = 12;
/** Told with what proves them; of more only how they ended. */
const mostChanges = 2;

/** What a summary is made of; a result alone is enough. */
export type Summarised = Pick<ReportDocument, 'product' | 'result' | 'before' | 'changes' | 'case'> &
  Partial<Pick<ReportDocument, 'about'>>;

/** A line of the summary: a label and its words, or a reason below the cause. */
type Line = { label: string; words: string } | { reason: string };

/** For the ticket: plain text, at most twelve lines, without a line end behind the last one. */
export const summaryText = (about: Summarised): string =>
  linesOf(about)
    .map((line) => ('reason' in line ? `- ${oneLine(line.reason)}` : `${line.label}: ${oneLine(line.words)}`))
    .join('\n');

/** The same as Markdown. */
export const summaryMarkdown = (about: Summarised): string =>
  linesOf(about)
    .map((line) => ('reason' in line ? `  - ${escaped(line.reason)}` : `- **${line.label}:** ${escaped(line.words)}`))
    .join('\n');

/** Every character that Markdown, or the HTML in it, takes for markup within a line; addresses do not become links. */
const escaped = (words: string): string =>
  oneLine(words)
    .replace(/[\\`*_{}[\]<>#|~&$@]/gu, String.raw`\$&`)
    .replaceAll('://', String.raw`:\//`);

function linesOf({ product, result, before, changes, case: kept, about }: Summarised): Line[] {
  const judged = before ?? result;
  const [cause, ...others] = judged.causes;
  const reasons = (cause?.because ?? []).flatMap((id) => judged.findings.find((each) => each.id === id)?.summary ?? []);
  const count = (status: string): number => result.findings.filter((finding) => finding.status === status).length;
  const unknown = count('notRun');
  const head: Line[] = [
    {
      label: `Package Server Doctor ${product.version}`,
      words: `${judged.target.fqdn ?? judged.target.name}, ${utc(judged.startedAt)}${ticket(about)}`,
    },
    verdictOf(cause),
  ];
  const tail: Line[] = [
    ...(others.length > 0 ? [{ label: 'Also', words: others.map(({ title }) => title).join('; ') }] : []),
    ...earlierChanges(changes.slice(0, -mostChanges)),
    ...changes.slice(-mostChanges).map((change) => ({ label: 'Repair', words: changeWords(change) })),
    ...(kept === null ? [] : [{ label: 'Case', words: `${kept.id} (on the server: backups, journal, evidence)` }]),
    {
      label: changes.length > 0 ? 'Checks now' : 'Checks',
      words: `${count('fail')} failing, ${count('warn')} with a warning, ${unknown} could not run`,
    },
    // What was advised before a repair would be done twice.
    ...nextOf(result, (changes.length > 0 ? result.causes[0] : cause)?.advice ?? null),
  ];
  return [...head, ...reasons.slice(0, mostLines - head.length - tail.length).map((reason) => ({ reason })), ...tail];
}

/** What names no cause has no likelihood either. */
function verdictOf(cause: Cause | undefined): Line {
  if (cause === undefined) return { label: 'Verdict', words: 'No cause is named' };
  if (cause.id === 'healthy' || cause.id === 'undetermined') return { label: 'Verdict', words: cause.title };
  return { label: 'Cause', words: `${cause.title} (${likelihoodWords[cause.likelihood].toLowerCase()})` };
}

const ticket = (about: Summarised['about']): string =>
  about === undefined || about.ticket === '' ? '' : `, ticket ${about.ticket}`;

/** The older ones in short, by how they ended: what was done is never left out. */
function earlierChanges(changes: readonly Change[]): Line[] {
  const endings = [...new Set(changes.map(({ outcome }) => endedWords(outcome)))].map((ending) => {
    const repairs = changes.filter(({ outcome }) => endedWords(outcome) === ending);
    return `${ending}: ${repairs.map(({ repair }) => repairTitles[repair]).join(', ')}`;
  });
  return endings.length === 0 ? [] : [{ label: 'Repairs before', words: endings.join('; ') }];
}

const endedWords = (outcome: Change['outcome']): string =>
  outcome === null ? 'Not finished: it can be resumed or undone' : outcomeWords[outcome];

function changeWords({ repair, outcome, detail }: Change): string {
  return `${repairTitles[repair]}. ${endedWords(outcome)}. ${detail}`;
}

/** What a person does next: the one repair to go on with, for each changes what the next diagnosis says, or advice. */
function nextOf({ causes }: ReportDocument['result'], advice: string | null): Line[] {
  const next = nextRemedy(causes);
  if (next !== null) return [{ label: 'Next', words: `${repairTitles[next]}; then what the new diagnosis says` }];
  return advice === null ? [] : [{ label: 'Next', words: advice }];
}
