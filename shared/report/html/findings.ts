import type { Finding, FindingStatus } from '../../model/finding.ts';
import type { ReportDocument } from '../document.ts';
import { markup, type Markup } from '../markup.ts';
import { paragraphsOf, section, statusTag, table } from './parts.ts';

const detailed: readonly FindingStatus[] = ['fail', 'warn'];
const brief: readonly FindingStatus[] = ['info', 'pass'];

/** What the checks said, what needs attention first, each with the answers that it rests on. */
export function findingsSection({ result: { findings }, evidence }: ReportDocument): Markup {
  const shown = new Set(evidence.map(({ name }) => name));
  const of = (statuses: readonly FindingStatus[]) =>
    statuses.flatMap((status) => findings.filter((finding) => finding.status === status));
  const sound = of(brief);
  return section('Findings', 'findings', [
    of(detailed).map((finding) => findingBlock(finding, shown)),
    sound.length > 0 &&
      table(
        'Sound, and for information',
        ['Status', 'Check', 'What was seen, and the evidence'],
        sound.map(({ id, status, summary, evidence: names }) => [
          statusTag(status),
          markup`<code>${id}</code>`,
          markup`<p>${summary}</p><p class="soft small">${evidenceNames(names, shown)}</p>`,
        ]),
      ),
  ]);
}

/** What could not be told, with the reason: unknown is not a pass. */
export function unknownSection({ result: { findings, facts, notes = [] } }: ReportDocument): Markup {
  const notRun = findings.filter(({ status }) => status === 'notRun');
  const unread = Object.entries(facts).flatMap(([name, fact]) =>
    fact.state === 'unknown' ? [[markup`<code>${name}</code>`, fact.reason, fact.detail ?? '']] : [],
  );
  const nothing = notRun.length === 0 && unread.length === 0;
  return section('What could not be told', 'unknown', [
    nothing && markup`<p>Every check was run, and every source that was asked has answered.</p>`,
    notRun.length > 0 &&
      table(
        'Checks that were not run',
        ['Check', 'Reason', 'What that means'],
        notRun.map(({ id, reason, summary }) => [markup`<code>${id}</code>`, reason ?? '', summary]),
      ),
    unread.length > 0 && table('Sources that could not be read', ['Fact', 'Reason', 'What came back'], unread),
    notes.map((note) => markup`<p>${note}</p>`),
    markup`<p class="soft">The request to the own web site is the product's own: which address and client the agent uses is not known.</p>`,
  ]);
}

function findingBlock({ id, status, summary, detail, kb, evidence }: Finding, shown: ReadonlySet<string>): Markup {
  return markup`<div class="finding">
<h3>${statusTag(status)} ${summary}</h3>
<p class="soft small"><code>${id}</code>${kb.length > 0 && ` · ${kb.join(', ')}`}</p>
${paragraphsOf(detail)}
<p class="soft small">Evidence: ${evidenceNames(evidence, shown)}</p>
</div>
`;
}

/** The names of the answers; those that the report shows can be gone to. */
function evidenceNames(names: readonly string[], shown: ReadonlySet<string>): Markup {
  if (names.length === 0) return markup`<span class="soft">none</span>`;
  const all = [...new Set(names)];
  return markup`${all.map((name, index) => [
    index > 0 && ', ',
    shown.has(name) ? markup`<a href="#${answerId(name)}"><code>${name}</code></a>` : markup`<code>${name}</code>`,
  ])}`;
}

/** An id from a name: the same for the same name, without characters that a link would have to encode. */
export const answerId = (name: string): string =>
  `answer-${[...name].map((each) => (/[a-z\d]/iu.test(each) ? each : `-${(each.codePointAt(0) ?? 0).toString(16)}-`)).join('')}`;
