import type { ReportAnswer, ReportDocument } from '../document.ts';
import { markup, type Markup, type Part } from '../markup.ts';
import { took, utc } from '../time.ts';
import { answerId } from './findings.ts';
import { section, table } from './parts.ts';

/** What of an answer fits a report, in lines and characters; the bundle has all of it. */
const mostLines = 40;
const mostCharacters = 4000;

/** What the server answered, as far as it fits; nothing when only a result is at hand. */
export function evidenceSection({ evidence }: ReportDocument): Markup | null {
  if (evidence.length === 0) return null;
  /** By name and content, when it was answered so for the first time. */
  const seen = new Map<string, string>();
  const names = new Set<string>();
  const blocks: Markup[] = [];
  const again: Part[][] = [];
  for (const answer of evidence) {
    const { name, outcome, exitCode, text, phase, at } = answer;
    const when = `${phase}, ${utc(at)}`;
    const key = JSON.stringify([name, outcome, exitCode, text]);
    const same = seen.get(key);
    if (same !== undefined) {
      again.push([markup`<code>${name}</code>`, when, same]);
      continue;
    }
    seen.set(key, when);
    blocks.push(answerBlock(answer, !names.has(name)));
    names.add(name);
  }
  return section('Evidence', 'evidence', [
    markup`<p class="soft">The beginning of each answer. The evidence bundle holds them whole, byte for byte, with check sums.</p>`,
    blocks,
    again.length > 0 && table('Asked again, with the same answer', ['Answer', 'When', 'The same as'], again),
  ]);
}

function answerBlock(answer: ReportAnswer, first: boolean): Markup {
  const { name, phase, title, at, durationMs, outcome, exitCode, encoding, filtered } = answer;
  const about = [
    utc(at),
    took(durationMs),
    phase,
    exitCode === null ? outcome : `${outcome} with ${exitCode}`,
    ...(encoding === null ? [] : [encoding]),
  ].join(' · ');
  const { text, cut } = beginning(answer);
  return markup`<div class="finding">
<h3${first && markup` id="${answerId(name)}"`}><code>${name}</code></h3>
<p class="small"><code>${shortened(title)}</code></p>
<p class="soft small">${about}</p>
${filtered.length > 0 && markup`<p class="soft small">Taken out before it was recorded: ${filtered.join(', ')}.</p>`}
${text !== '' && markup`<pre>${text}</pre>`}
${cut && markup`<p class="soft small">There is more of it.</p>`}
</div>
`;
}

/** A script in a command line is thousands of characters long. */
const shortened = (title: string): string => (title.length > 400 ? `${title.slice(0, 400)}…` : title);

function beginning({ text, truncated }: ReportAnswer): { text: string; cut: boolean } {
  const lines = text.trimEnd().split(/\r?\n/u);
  const shown = lines.slice(0, mostLines).join('\n').slice(0, mostCharacters);
  return { text: shown, cut: truncated || lines.length > mostLines || shown.length === mostCharacters };
}
