import { chainWords } from '../../map/chain-words.ts';
import { chainsOf, type Chain } from '../../map/chain.ts';
import { otherEndpoints } from '../../map/other-endpoints.ts';
import { mapWords } from '../../map/words.ts';
import type { Result } from '../../model/result.ts';
import { mapSvg } from '../map-svg.ts';
import { markup, type Markup } from '../markup.ts';
import { section, table } from './parts.ts';

/** More would not be read on paper; the JSON has all of them. */
const mostOthers = 60;

/** How each HTTPS endpoint of the package server answers, drawn and in words, and what else answers on the server. */
export function mapSection(result: Result): Markup {
  const chains = chainsOf(result);
  const drawn =
    chains === null
      ? markup`<p>${mapWords.notReadable}</p>`
      : chains.length === 0
        ? markup`<p>${mapWords.noBinding}</p>`
        : [figures(chains), undrawn(chains)];
  return section('How HTTPS answers', 'map', [drawn, others(result)]);
}

/** More pictures would not be looked at; what is broken comes first. */
const mostDrawn = 6;

function inOrder(chains: readonly Chain[]): Chain[] {
  const isBroken = ({ nodes, links }: Chain): boolean => [...nodes, ...links].some(({ state }) => state === 'broken');
  return [...chains.filter(isBroken), ...chains.filter((chain) => !isBroken(chain))];
}

const figures = (chains: readonly Chain[]): Markup[] => inOrder(chains).slice(0, mostDrawn).map(chainFigure);

/** The state of each place, and what disagrees. */
const inShort = ({ nodes, links }: Chain): string =>
  [
    ...nodes.map(({ title, state }) => `${title} ${mapWords[state]}`),
    ...links.flatMap(({ words }) => words ?? []),
  ].join(' · ');

/** The other endpoints in words. */
function undrawn(chains: readonly Chain[]): Markup | null {
  const rest = inOrder(chains).slice(mostDrawn);
  if (rest.length === 0) return null;
  const rows = rest
    .slice(0, mostOthers)
    .map((chain) => [markup`<span class="endpoint">${chain.label}</span>`, inShort(chain)]);
  const more = rest.length > mostOthers && markup`<p>${mapWords.moreOthers(rest.length - mostOthers)}</p>`;
  return markup`${table(mapWords.undrawn(rest.length), ['Endpoint', 'How it answers'], rows)}${more}`;
}

function chainFigure(chain: Chain, index: number): Markup {
  const { label, site, expected, beaten } = chain;
  return markup`<div class="keep">
<h3>${mapWords.title(label)} <span class="soft">${site} (id 1)</span></h3>
${mapSvg(chain, index)}
<p class="soft small">${chainWords(chain)}</p>
${expected !== null && markup`<p>${mapWords.expectedHere} <code>${expected.thumbprint}</code> ${expected.words}</p>`}
${beaten.length > 0 && markup`<p>${mapWords.beaten(beaten.join(', '))}</p>`}
</div>
`;
}

function others(result: Result): Markup | null {
  const all = otherEndpoints(result);
  if (all.length === 0) return null;
  const shared = all.filter((endpoint) => endpoint.shared).length;
  const rows = all
    .slice(0, mostOthers)
    .map(({ label, sites, thumbprint, owner, hasRecord, shared: both }) => [
      markup`<code>${label}</code>`,
      sites.length === 0 ? mapWords.noSite : sites.join(', '),
      hasRecord ? markup`<code>${thumbprint ?? mapWords.noHash}</code>` : mapWords.noRecord,
      hasRecord ? (owner === null ? mapWords.ownerUnknown : mapWords.probably(owner)) : '',
      both ? 'yes' : 'no',
    ]);
  const more = all.length > mostOthers && markup`<p>${mapWords.moreOthers(all.length - mostOthers)}</p>`;
  return markup`${table(mapWords.others(all.length, shared), ['Endpoint', 'Sites', 'Certificate', 'Owner', 'Shared'], rows)}${more}`;
}
