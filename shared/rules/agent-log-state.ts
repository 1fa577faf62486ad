import type { FactValue } from '../model/facts.ts';
import { directoriesMade, newestOf, selfTestFailures, startFailures, type AgentLogLine } from './agent-messages.ts';
import type { SystemEvent } from './system-events.ts';

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
 * that did, or, for the self-test, a record of the site that was written since. No
 * line that says "the self-test worked" is known. Null when there is no failure.
 *
 * @param written the events of records of the site that were created or updated
 */
export function agentLogState(log: FactValue<'agentLog'>, written: readonly SystemEvent[]): AgentLogState | null {
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
  if (selfTest && written.some(({ at }) => Date.parse(at) > Date.parse(failure.at))) {
    return {
      failure,
      outdatedBy: 'Since then a record of HTTP.SYS was written (System event log); the agent has not tested again.',
    };
  }
  return { failure, outdatedBy: null };
}
