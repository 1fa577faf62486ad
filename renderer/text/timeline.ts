import type { MomentKind } from '../../shared/report/timeline.ts';
import { counted, ofAll } from './common.ts';
import { count } from './format.ts';

export const momentWords: Record<MomentKind, string> = {
  settings: 'SSL settings',
  start: 'Boots',
  policy: 'Policy',
  agent: 'Agent log',
  diagnosis: 'Diagnosis',
  repair: 'Repairs',
};

export const timelineWords = {
  title: 'Timeline',
  aside: 'what changed SSL settings and when; the events of Windows name no user and no process',
  list: 'Moments, the newest first',
  kinds: 'Kind of moment',
  all: 'All',
  from: 'From',
  to: 'To',
  around: 'Around the last repair',
  whole: 'Whole time',
  search: 'Search the timeline',
  hint: 'Search',
  found: (some: number, all: number) =>
    some === all ? counted(all, 'moment').replace(String(all), count(all)) : ofAll(some, all),
  none: 'No moment in this span. Widen it, or clear the search.',
  empty: 'No source told a time: neither the System log nor the agent’s log could be read. The findings say why.',
};
