import type { Cause } from '../../model/cause.ts';
import type { FindingId } from '../../model/finding.ts';
import type { Result } from '../../model/result.ts';
import { markup, type Markup } from '../markup.ts';
import { likelihoodWords, repairTitles } from '../words.ts';
import { list, section, statusTag } from './parts.ts';

/** What the server suffers from, what says so, and what speaks against it. */
export function verdictSection(result: Result, title: string, id: string): Markup {
  const { causes } = result;
  const content =
    causes.length === 0 ? markup`<p>No cause is named.</p>` : causes.map((cause) => causeBlock(cause, result));
  return section(title, id, content);
}

const looks: Partial<Record<Cause['id'], string>> = { healthy: ' is-sound', undetermined: ' is-unknown' };

function causeBlock(cause: Cause, { findings }: Result): Markup {
  const { id, title, likelihood, because, against, remedies, advice } = cause;
  const told = (ids: readonly FindingId[]) =>
    list(
      ids.map((one) => {
        const finding = findings.find((each) => each.id === one);
        if (finding === undefined) return markup`<code>${one}</code>`;
        return markup`${statusTag(finding.status)} ${finding.summary} <code>${one}</code>`;
      }),
    );
  return markup`<div class="verdict${looks[id] ?? ''}">
<h3>${title}</h3>
<p class="soft">${likelihoodWords[likelihood]}. <code>${id}</code></p>
<h4>Because</h4>
${told(because) ?? markup`<p>No finding is named.</p>`}
<h4>Against it</h4>
${told(against) ?? markup`<p>Nothing that was seen.</p>`}
${remedies.length > 0 && markup`<h4>Remedies, in this order</h4>${list(remedies.map((remedy) => markup`${repairTitles[remedy]} <code>${remedy}</code>`))}`}
${advice !== null && markup`<h4>Advice</h4><p>${advice}</p>`}
</div>
`;
}
