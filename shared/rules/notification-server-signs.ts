import type { Fact } from '../model/fact.ts';
import type { FactValue } from '../model/facts.ts';

type Agent = FactValue<'agent'>;

/**
 * What says that this server is the Symantec Management Platform itself: the
 * install path of the Notification Server (KB180384), its service AeXSvc, and the
 * agent, when its Notification Server is this very server. Each is a sentence.
 */
export function notificationServerSigns(
  { installPath, serviceState }: FactValue<'notificationServer'>,
  agent: Agent | undefined,
  fqdn: string | null,
): string[] {
  const server = agent?.notificationServer?.toLowerCase() ?? null;
  return [
    ...(installPath === null ? [] : [`The registry names an install path of the Notification Server: ${installPath}.`]),
    ...(serviceState === null ? [] : [`The service AeXSvc is there (${serviceState}).`]),
    ...(server !== null && server === fqdn?.toLowerCase()
      ? [`The agent names this server, ${server}, as its Notification Server.`]
      : []),
  ];
}

/** The agent's settings: undefined when they are not known, null when there is no agent on this server. */
export function agentOf(agent: Fact<Agent>): Agent | null | undefined {
  if (agent.state === 'known') return agent.value;
  return agent.reason === 'notInstalled' ? null : undefined;
}
