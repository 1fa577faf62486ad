import { eventTime } from './agent-log/event-time.ts';
import { parsed, unreadable, type Parsed } from './parsed.ts';
import { parseRegQuery, readText, type RegistryKey } from './reg-query.ts';

export interface AgentSettings {
  version: string;
  installDir: string;
  /** The package service's own key is there (KB162859). */
  packageServerKey: boolean;
}

const rootPath = /\\Altiris\\Altiris Agent$/iu;

/** Reads `reg query …\Altiris\Altiris Agent`: named values, and the names of the keys below it. */
export function parseAgentSettings(text: string): Parsed<AgentSettings> {
  const keys = parseRegQuery(text);
  const root = keys.find(({ path }) => rootPath.test(path));
  const [version, installDir] = ['Version', 'InstallDir'].map((name) => (root && readText(root, name)) ?? null);
  if (!version || !installDir) return unreadable('InstallDir or Version of the agent is not in it');
  const packageServerKey = keys.some(({ path }) => /\\Altiris Agent\\Package Server$/iu.test(path));
  return parsed({ version, installDir: installDir.replace(/\\+$/u, ''), packageServerKey });
}

export interface AgentServers {
  notificationServer: string | null;
  /** ISO-8601; the agent writes `2025-06-07 12:43:52 +2:00`. */
  policyLastReceived: string | null;
}

/** The default value of a key, whose name is translated and stands in brackets. */
const defaultValue = (key: RegistryKey): string | null =>
  [...key.values.values()].find(({ name }) => /^\(.*\)$/u.test(name))?.data.trim() || null;

/** Reads `reg query …\Altiris Agent\Servers /s`: the current Notification Server, and when its policy came. */
export function parseAgentServers(text: string): Parsed<AgentServers> {
  const keys = parseRegQuery(text);
  const servers = keys.find(({ path }) => /\\Altiris Agent\\Servers$/iu.test(path));
  if (servers === undefined && keys.length === 0) return unreadable('no server of the agent is in it');
  const notificationServer = servers === undefined ? null : defaultValue(servers);
  const own = keys.find(({ path }) => path.toLowerCase().endsWith(`\\servers\\${notificationServer?.toLowerCase()}`));
  const received = own === undefined ? null : readText(own, 'Policy Last Received');
  return parsed({ notificationServer, policyLastReceived: received === null ? null : eventTime(received, '') });
}
