import type { FactValue } from '../../../shared/model/facts.ts';
import type { FindingId } from '../../../shared/model/finding.ts';
import type { Result } from '../../../shared/model/result.ts';
import type { AgentLogMessage } from '../../../shared/parsers/agent-log/messages.ts';
import { lineText, newestOf, selfTestFailures, startFailures } from '../../../shared/rules/agent-messages.ts';
import { isRunning } from '../../../shared/rules/service-state.ts';
import { logOf, newLine } from '../log-line.ts';

/** What the log tells when the agent loads its plug-in (KB158750). */
const loading: readonly AgentLogMessage[] = ['pluginLoading', 'pluginStarting'];

/** The agent's own word on its web site, and what the product saw when it tried the same. */
const reaching: ReadonlySet<FindingId> = new Set(['agent.log', 'tls.handshake', 'tls.selfAccess']);

const serviceOf = ({ facts: { service } }: Result): FactValue<'service'> | null =>
  service?.state === 'known' ? service.value : null;

/**
 * What is missing to prove that the agent has started anew and the package
 * service inside it works: another process of the service, and what the log says
 * since. A failed self-test of the web site is another repair's business where the
 * site could not be reached before either; it counts all the same where `strict`.
 */
export function startUnproven(before: Result, after: Result, strict = false): string[] {
  const failedBefore = before.findings.some(({ id, status }) => reaching.has(id) && status === 'fail');
  return [...serviceUnproven(before, after), ...logUnproven(before, after, strict || !failedBefore)];
}

function serviceUnproven(before: Result, after: Result): string[] {
  const [was, now] = [serviceOf(before), serviceOf(after)];
  if (now === null) return ['agent.service: it could not be read.'];
  if (!isRunning(now)) return [`agent.service: it is ${now.state}.`];
  if (was !== null && was.pid === now.pid)
    return ['agent.service: it is still the same process, so it was not restarted.'];
  return [];
}

function logUnproven(before: Result, after: Result, withSelfTest: boolean): string[] {
  const log = logOf(after.facts.agentLog);
  const silent = ['agent.log: it does not tell that the package service has started.'];
  if (log === undefined || newLine(before, after, loading) === null) return silent;
  const tail = sinceLastLoad(log);
  // The other failures follow from those that name their reason (KB158750, KB162859).
  const failure =
    newestOf(tail, ['siteMissing', 'registryAccess', 'featuresMissing']) ??
    newestOf(tail, startFailures) ??
    (withSelfTest ? newestOf(tail, selfTestFailures) : undefined);
  if (failure !== undefined) return [`agent.log: ${lineText(failure)}`];
  return newestOf(tail, ['pluginStarting']) === undefined ? silent : [];
}

/** What the log tells since the plug-in was loaded last; earlier starts are no part of this one. */
function sinceLastLoad(log: FactValue<'agentLog'>): FactValue<'agentLog'> {
  const load = newestOf(log, ['pluginLoading']);
  const at = load === undefined ? -1 : log.matches.lastIndexOf(load);
  return { ...log, matches: log.matches.slice(at + 1) };
}
