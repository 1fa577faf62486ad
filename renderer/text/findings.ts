import type { FindingId, FindingStatus } from '../../shared/model/finding.ts';
import type { Likelihood } from '../../shared/model/cause.ts';

export const statusWords: Record<FindingStatus, string> = {
  pass: 'Sound',
  info: 'Info',
  warn: 'Warning',
  fail: 'Failing',
  notRun: 'Not run',
};

/** For counts: `2 failing · 9 sound`. */
export const countWords: Record<FindingStatus, string> = {
  fail: 'failing',
  warn: 'with a warning',
  notRun: 'could not run',
  info: 'for information',
  pass: 'sound',
};

export const likelihoodWords: Record<Likelihood, string> = {
  confirmed: 'Confirmed: two independent sources say it',
  likely: 'Likely: one source says it, and nothing speaks against it',
  possible: 'Possible: documented elsewhere, and not contradicted here',
};

/** The part of the server that a check looks at, by the first word of its id. */
export const areaWords = {
  host: 'Server',
  iis: 'IIS',
  httpsys: 'HTTP.SYS',
  port: 'Port',
  cert: 'Certificate',
  tls: 'Wire',
  agent: 'Agent',
  events: 'Events',
} as const;

export type Area = keyof typeof areaWords;

export const areaOf = (id: FindingId): Area => id.slice(0, id.indexOf('.')) as Area;

export const findingsWords = {
  title: 'Findings',
  search: 'Search findings',
  searchHint: 'Search',
  area: 'Area',
  allAreas: 'All areas',
  none: 'No finding matches. Clear the search or choose another area.',
};
