import type { FactValue } from '../model/facts.ts';
import type { AgentLogMessage } from '../parsers/agent-log/messages.ts';

type AgentLog = FactValue<'agentLog'>;
export type AgentLogLine = AgentLog['matches'][number];

/** The self-test over HTTPS failed (KB172128, KB191688). */
export const selfTestFailures: readonly AgentLogMessage[] = ['selfAccessHttps', 'selfAccess'];

/** The package service's plug-in did not start (KB158750, KB162859). */
export const startFailures: readonly AgentLogMessage[] = [
  'siteMissing',
  'registryAccess',
  'pluginFailed',
  'pluginNotInstalled',
];

/** The plug-in works: it makes its virtual directories (KB172128, KB422201). */
export const directoriesMade: readonly AgentLogMessage[] = ['virtualDirectory', 'baseDirectory'];

/** The newest line with one of these messages; of two at the same time the later in the log. */
export function newestOf({ matches }: AgentLog, messages: readonly AgentLogMessage[]): AgentLogLine | undefined {
  return matches
    .filter(({ message }) => messages.some((one) => one === message))
    .reduce<AgentLogLine | undefined>(
      (newest, line) => (newest === undefined || line.at >= newest.at ? line : newest),
      undefined,
    );
}

/** A line of the log for a detail, with its time and place. */
export const lineText = ({ at, text, file, line }: AgentLogLine): string =>
  `${at.slice(0, 16).replace('T', ' ')} in ${file}, line ${line}: "${text}"`;
