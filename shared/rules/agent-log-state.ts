import type { FactValue } from '../model/facts.ts';
import { directoriesMade, newestOf, selfTestFailures, startFailures, type AgentLogLine } from './agent-messages.ts';
import type { JudgeContext } from './rule.ts';
import { servesExpected, type ServingNow } from './serves-expected.ts';
import { recordWrites, type SystemEvent } from './system-events.ts';

/** How the agent's log ends on the package service. */
export interface AgentLogState {
  /** The newest failure of the self-test or of the plug-in's start. */
  failure: AgentLogLine;
  /** What makes it an old one, as a sentence; null while nothing does. */
  outdatedBy: string | null;
}

/**
 * Directories that were made in the same pass as a failed self-test are no
 * success: a later pass is one that began this much later.
 */
const samePassMs = 60_000;

/**
 * The newest failure in the agent's log, and whether something newer speaks
 * against it: a later pass that made directories, a later start of the plug-in
 * that did, or, for the self-test, a repair of the site since. No line that says
 * "the self-test worked" is known. Null when there is no failure.
 *
 * @param repaired what may have repaired the site: see `repairsOf`
 */
export function agentLogState(log: FactValue<'agentLog'>, repaired: readonly SystemEvent[]): AgentLogState | null {
  const failure = newestOf(log, [...selfTestFailures, ...startFailures]);
  if (failure === undefined) return null;
  const made = newestOf(log, directoriesMade);
  const later = made !== undefined && Date.parse(made.at) > Date.parse(failure.at);
  const start = newestOf(log, ['pluginStarting', 'pluginLoading']);
  const restarted = start !== undefined && Date.parse(start.at) > Date.parse(failure.at);
  if (later && (restarted || Date.parse(made.at) - Date.parse(failure.at) > samePassMs)) {
    return { failure, outdatedBy: 'Since then it has made virtual directories without that message.' };
  }
  const selfTest = selfTestFailures.some((id) => id === failure.message);
  if (selfTest && repaired.some(({ at }) => Date.parse(at) > Date.parse(failure.at))) {
    return {
      failure,
      outdatedBy:
        'Since then a record of HTTP.SYS was written (System event log), and the site now serves the certificate that it should; the agent has not tested again.',
    };
  }
  return { failure, outdatedBy: null };
}

/** What `repairsOf` reads; every fact of it may be unknown. */
export interface RepairFacts extends ServingNow {
  events?: FactValue<'events'>;
}

/**
 * The writing of the site's records, where the site now serves what it should.
 * While it does not, a written record repairs nothing: another product may have
 * written it.
 */
export const repairsOf = ({ events, ...now }: RepairFacts, context: JudgeContext): SystemEvent[] =>
  servesExpected(now, context) ? recordWrites(events, now.iisConfig) : [];
