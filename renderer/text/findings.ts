import type { FindingId, FindingStatus } from '../../shared/model/finding.ts';

export { statusWords, likelihoodText } from '../../shared/report/words.ts';

/** For counts: `2 failing · 9 sound`. */
export const countWords: Record<FindingStatus, string> = {
  fail: 'failing',
  warn: 'with a warning',
  notRun: 'could not run',
  info: 'for information',
  pass: 'sound',
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

const groupTitles: Record<FindingStatus, string> = {
  fail: 'Failing',
  warn: 'With a warning',
  notRun: 'Could not run: nothing is known about these',
  info: 'For information',
  pass: 'Sound',
};

export const groupWords = (status: FindingStatus, count: number): string => `${groupTitles[status]} (${count})`;
