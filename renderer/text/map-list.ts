import { agentSiteId } from '../../shared/rules/site-endpoints.ts';
import { commonWords, counted } from './common.ts';

/** Longer names are cut in a heading and whole in its tooltip. */
const longestName = 120;

export const mapListWords = {
  site: (name: string) => `${name.length > longestName ? `${name.slice(0, longestName)}…` : name} (id ${agentSiteId})`,
  more: (count: number) => `${counted(count, 'more HTTPS endpoint')} of this site`,
  others: 'Other HTTPS endpoints of this server',
  search: 'Search the other endpoints',
  hint: 'Endpoint, site, product',
  found: (some: number, all: number) => (some === all ? counted(all, 'endpoint') : `${some} of ${all}`),
  none: commonWords.nothing,
};
