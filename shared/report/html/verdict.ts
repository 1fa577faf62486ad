import type { Cause } from '../../model/cause.ts';
import type { FindingId } from '../../model/finding.ts';
import type { Result } from '../../model/result.ts';
import { markup, type Markup } from '../markup.ts';
import { likelihoodText, repairTitles } from '../words.ts';
import { list, section, statusTag } from './parts.ts';

/** What the server suffers from, what says so, and what speaks against it. */
export function verdictSection(result: Result, title: string, id: string): Markup {
  const { causes } = result;
  const content =
    causes.length === 0 ? markup`<p>No cause is named.</p>` : causes.map((cause) => causeBlock(cause, result));
  return section(title, id, content);
}

/** What names no fault is sound only where nothing speaks against it. */
function lookOf({ id, against }: Cause): string {
  if (id === 'healthy' && against.length === 0) return ' is-sound';
  return id === 'healthy' || id === 'undetermined' ? ' is-unknown' : '';
}

function causeBlock(cause: Cause, { findings }: Result): Markup {
  const { title, because, against, remedies, advice } = cause;
  const sure = likelihoodText(cause);
  const told = (ids: readonly FindingId[]) =>
    list(
      ids.map((one) => {
        const finding = findings.find((each) => each.id === one);
        if (finding === undefined) return markup`<code>${one}</code>`;
        return markup`${statusTag(finding.status)} ${finding.summary} <code>${one}</code>`;
      }),
    );
  return markup`<div class="verdict${lookOf(cause)}">
<h3>${title}</h3>
${sure !== null && markup`<p class="soft">${sure}.</p>`}
<h4>Because</h4>
${told(because) ?? markup`<p>No finding is named.</p>`}
<h4>Against it</h4>
${told(against) ?? markup`<p>Nothing that was seen.</p>`}
${remedies.length > 0 && markup`<h4>Remedies, in this order</h4>${list(remedies.map((remedy) => repairTitles[remedy]))}`}
${advice !== null && markup`<h4>Advice</h4><p class="lines">${advice}</p>`}
</div>
`;
}
