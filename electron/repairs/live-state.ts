import { createHash } from 'node:crypto';
import type { FactName, Facts, FactValue } from '../../shared/model/facts.ts';
import { factWords, reasonWords } from '../../shared/rules/fact-words.ts';
import { UserError } from '../app/user-error.ts';
import type { Host } from '../host/host.ts';
import { readNetshSupport, type NetshSupport } from './netsh-support.ts';
import { readFacts } from './read-facts.ts';

const needed = [
  'elevation',
  'windows',
  'iisConfig',
  'httpSysLive',
  'httpSysRegistry',
  'certificates',
] as const satisfies FactName[];

/** What plans rest on: read anew for each plan and again before it is applied. */
export interface LiveState {
  facts: { [N in (typeof needed)[number]]: FactValue<N> } & { iisView: FactValue<'iisView'> | null };
  netsh: NetshSupport;
  now: string;
  fqdn: string | null;
}

/**
 * Reads the live state that a plan needs.
 *
 * @throws UserError refused when a source cannot be read: a plan is never made on a guess
 */
export async function readLiveState(host: Host): Promise<LiveState> {
  const [facts, described] = await Promise.all([readFacts(host, [...needed, 'iisView']), host.describe()]);
  const unread = needed.flatMap((name) => whyUnknown(facts, name));
  if (unread.length > 0) {
    throw new UserError('refused', `A repair cannot be planned, nothing was changed: ${unread.join('; ')}.`);
  }
  const known = Object.fromEntries(
    Object.entries(facts).flatMap(([name, fact]) => (fact.state === 'known' ? [[name, fact.value]] : [])),
  ) as LiveState['facts'];
  return {
    facts: { ...known, iisView: known.iisView ?? null },
    netsh: await readNetshSupport(host, known.windows.build),
    now: described.now,
    fqdn: known.windows.fqdn || described.fqdn,
  };
}

function whyUnknown(facts: Facts, name: FactName): string[] {
  const fact = facts[name];
  if (fact?.state === 'known') return [];
  const reason = fact?.reason ?? 'notRecorded';
  const advice = reason === 'notElevated' ? ' (start psdoctor as administrator)' : '';
  return [`${factWords[name]} could not be read, because ${reasonWords[reason]}${advice}`];
}

/** The state that a plan is bound to, as a hash. The clock is no part of it. */
export function fingerprint({ facts, netsh }: LiveState): string {
  const values = Object.entries(facts).toSorted(([a], [b]) => (a < b ? -1 : 1));
  const state = [values, netsh.update, [...netsh.parameters]];
  return createHash('sha256').update(JSON.stringify(state)).digest('hex');
}
