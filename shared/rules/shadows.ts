import type { HttpSysRecord } from '../model/facts/httpsys.ts';
import type { Serving } from './serving.ts';

/** A record that HTTP.SYS takes before a binding's own. */
export interface Shadow {
  own: HttpSysRecord;
  by: HttpSysRecord;
}

/** The records that beat an endpoint's own record for some of its clients, each once. */
export function shadowsOf({ own, meant }: Serving): Shadow[] {
  if (!own) return [];
  const winners = meant.flatMap(({ selection }) =>
    selection.outcome === 'record' && selection.record !== own ? [selection.record] : [],
  );
  return [...new Set(winners)].map((by) => ({ own, by }));
}
