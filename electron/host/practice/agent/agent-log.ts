import type { LogEvent } from '../model/agent.ts';
import type { World } from '../model/world.ts';

/** A file of the log that has this many events is closed, and the next one begun. */
export const eventsPerFile = 60;
/** The oldest file makes room. */
const mostFiles = 6;

const sources = {
  agent: { source: 'Agent', module: 'AeXNSAgent.exe' },
  packageServer: { source: 'Package Server Agent', module: 'AeXNSCPackageServer.dll' },
} as const;
const severities = { error: 1, warning: 2, information: 4 } as const;

/** Writes one event into the agent's log. */
export function writeLog(
  world: World,
  now: Date,
  source: keyof typeof sources,
  severity: keyof typeof severities,
  text: string,
): void {
  const event: LogEvent = { at: now.toISOString(), severity: severities[severity], ...sources[source], text };
  const log = world.agent?.log ?? [];
  log.push(event);
  if (log.length > eventsPerFile * mostFiles) log.splice(0, eventsPerFile);
}
