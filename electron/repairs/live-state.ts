import { createHash } from 'node:crypto';
import type { FactName, Facts, FactValue } from '../../shared/model/facts.ts';
import { factWords, reasonWords } from '../../shared/rules/fact-words.ts';
import { UserError } from '../app/user-error.ts';
import type { Host } from '../host/host.ts';
import { readFacts } from './read-facts.ts';

/** What every plan rests on, whatever it changes. */
const basics = ['elevation', 'windows'] as const satisfies FactName[];
export type Basic = (typeof basics)[number];

/**
 * What plans rest on: read anew for each plan and again before it is applied.
 * Facts of `All` are there, those of `Also` may be missing; `extra` is what the
 * repair asked the server beside the facts.
 */
export interface LiveState<All extends FactName = never, Also extends FactName = never, Extra = unknown> {
  facts: { [N in All | Basic]: FactValue<N> } & { [N in Also]?: FactValue<N> };
  extra: Extra;
  now: string;
  fqdn: string | null;
  addresses: string[];
}

/** What a repair wants to know of a server before it can be planned. */
export interface Needs<All extends FactName, Also extends FactName, Extra> {
  all: readonly All[];
  also?: readonly Also[];
  /** What no fact tells, such as netsh's own help: part of what a plan is bound to. @throws UserError refused */
  ask?(host: Host, facts: LiveState<All, Also>['facts']): Promise<Extra>;
}

/**
 * Reads the live state that a plan needs.
 *
 * @throws UserError refused when a source cannot be read: a plan is never made on a guess
 */
export async function readLiveState<All extends FactName, Also extends FactName, Extra>(
  host: Host,
  { all, also = [], ask }: Needs<All, Also, Extra>,
): Promise<LiveState<All, Also, Extra>> {
  const needed = [...basics, ...all];
  const [facts, described] = await Promise.all([readFacts(host, [...needed, ...also]), host.describe()]);
  const unread = needed.flatMap((name) => whyUnknown(facts, name));
  if (unread.length > 0) {
    throw new UserError('refused', `A repair cannot be planned, nothing was changed: ${unread.join('; ')}.`);
  }
  const known = Object.fromEntries(
    Object.entries(facts).flatMap(([name, fact]) => (fact.state === 'known' ? [[name, fact.value]] : [])),
  ) as LiveState<All, Also>['facts'];
  const { now, fqdn, addresses } = described;
  return {
    facts: known,
    extra: (await ask?.(host, known)) as Extra,
    now,
    fqdn: known.windows.fqdn || fqdn,
    addresses,
  };
}

function whyUnknown(facts: Facts, name: FactName): string[] {
  const fact = facts[name];
  if (fact?.state === 'known') return [];
  const reason = fact?.reason ?? 'notRecorded';
  const advice = reason === 'notElevated' ? ' (start this program as administrator)' : '';
  return [`${factWords[name]} could not be read, because ${reasonWords[reason]}${advice}`];
}

/** The state that a plan is bound to, as a hash. The clock is no part of it. */
export function fingerprint({ facts, extra }: LiveState<FactName>): string {
  const values = Object.entries(facts)
    .map(([name, value]) => [name, standing(name, value)] as const)
    .toSorted(([a], [b]) => (a < b ? -1 : 1));
  return createHash('sha256')
    .update(JSON.stringify([values, extra]))
    .digest('hex');
}

/** The log grows all the time; what a plan takes from it is what the agent misses. */
const standing = (name: string, value: unknown): unknown =>
  name === 'agentLog' ? (value as FactValue<'agentLog'>).missingFeatures : value;
