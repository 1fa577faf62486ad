import type { Cause } from '../model/cause.ts';
import { nextRemedy } from '../repairs/next-remedy.ts';
import { endingWords, likelihoodText, repairTitles, wasLost } from './words.ts';
import type { Change, ReportDocument } from './document.ts';
import { utc, utcMinute } from './time.ts';
import { toldParts } from './told-parts.ts';
import { oneLine } from './visible.ts';

/** A ticket's field shows no more without scrolling. */
const mostLines = 12;
/** Told with what proves them; of more only how they ended. */
const mostChanges = 2;

/** Characters of a line that nobody has to take apart. */
const easilyRead = 160;

/** What a summary is made of; a result alone is enough. */
export type Summarised = Pick<ReportDocument, 'product' | 'result' | 'before' | 'changes' | 'case'> &
  Partial<Pick<ReportDocument, 'about'>>;

/** A line of the summary: a label and its words, or a reason below the cause or the repair. */
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
  const rest: Line[] = [
    ...(kept === null ? [] : [{ label: 'Case', words: `${kept.id} (on the server: backups, journal, evidence)` }]),
    {
      label: changes.length > 0 ? 'Checks now' : 'Checks',
      words: `${count('fail')} failing, ${count('warn')} with a warning, ${unknown} could not run`,
    },
    // What was advised before a repair would be done twice.
    ...nextOf(result, (changes.length > 0 ? result.causes[0] : cause)?.advice ?? null),
  ];
  const also = others.length > 0 ? [{ label: 'Also', words: others.map(({ title }) => title).join('; ') }] : [];
  const earlier = earlierChanges(changes.slice(0, -mostChanges));
  const newest = changes.slice(-mostChanges);
  const taken = [head, also, earlier, newest, rest].reduce((sum, { length }) => sum + length, 0);
  // The first reason stays, whatever the repairs have to say.
  const repairs = repairLines(newest, mostLines - taken - Math.min(reasons.length, 1));
  const room = mostLines - taken - (repairs.length - newest.length);
  return [...head, ...reasons.slice(0, room).map((reason) => ({ reason })), ...also, ...earlier, ...repairs, ...rest];
}

/** What names no cause has no likelihood either. */
function verdictOf(cause: Cause | undefined): Line {
  if (cause === undefined) return { label: 'Verdict', words: 'No cause is named' };
  const sure = likelihoodText(cause);
  if (cause.id === 'healthy' || sure === null) return { label: 'Verdict', words: cause.title };
  return { label: 'Cause', words: `${cause.title} (${sure.toLowerCase()})` };
}

const ticket = (about: Summarised['about']): string =>
  about === undefined || about.ticket === '' ? '' : `, ticket ${about.ticket}`;

/** The older ones in short, by how they ended: what was done is never left out. */
function earlierChanges(changes: readonly Change[]): Line[] {
  const endings = [...new Set(changes.map(endingOf))].map((ending) => {
    const repairs = changes.filter((change) => endingOf(change) === ending);
    return `${ending}: ${repairs.map(({ repair }) => repairTitles[repair]).join(', ')}`;
  });
  return endings.length === 0 ? [] : [{ label: 'Repairs before', words: endings.join('; ') }];
}

const endingOf = ({ outcome, afterReboot }: Change): string => endingWords(outcome, afterReboot.at(-1) ?? null);

/**
 * Each repair with its time and its end. What went wrong stands below it, the newest first served, on as many lines as
 * there is room for; where there is none, behind it.
 */
function repairLines(changes: readonly Change[], room: number): Line[] {
  let left = room;
  const told = changes.toReversed().map((change): Line[] => {
    const { repair, outcome, begunAt, endedAt, afterReboot, toldBy } = change;
    const look = afterReboot.at(-1) ?? null;
    const lost = wasLost(outcome, look);
    const looked = outcome === 'fixed' && look !== null ? ` (looked ${utcMinute(look.at)})` : '';
    const by = toldBy === 'bundle' ? ', as the bundle notes it' : '';
    const line = `${repairTitles[repair]}, ${utcMinute(endedAt ?? begunAt)}${by}. ${endingOf(change)}${looked}.`;
    const parts = toldParts(lost ? (look?.detail ?? '') : change.detail);
    const whole = [line, ...parts].join(' ');
    const below = (outcome === 'fixed' && !lost) || whole.length <= easilyRead ? 0 : Math.min(parts.length, left);
    if (below === 0) return [{ label: 'Repair', words: whole }];
    left -= below;
    const reasons = [...parts.slice(0, below - 1), parts.slice(below - 1).join(' ')];
    return [{ label: 'Repair', words: line }, ...reasons.map((reason) => ({ reason }))];
  });
  return told.toReversed().flat();
}

/** What a person does next: the one repair to go on with, for each changes what the next diagnosis says, or advice. */
function nextOf({ causes }: ReportDocument['result'], advice: string | null): Line[] {
  const next = nextRemedy(causes);
  if (next !== null) return [{ label: 'Next', words: `${repairTitles[next]}; then what the new diagnosis says` }];
  return advice === null ? [] : [{ label: 'Next', words: advice }];
}
