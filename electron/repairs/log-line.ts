import { z } from 'zod';
import type { Fact } from '../../shared/model/fact.ts';
import type { FactValue } from '../../shared/model/facts.ts';
import type { Result } from '../../shared/model/result.ts';
import type { AgentLogMessage } from '../../shared/parsers/agent-log/messages.ts';
import { newestOf, type AgentLogLine } from '../../shared/rules/agent-messages.ts';
import type { Host } from '../host/host.ts';
import { readFacts } from './read-facts.ts';
import type { Patience } from './steps/step-kind.ts';

type AgentLog = FactValue<'agentLog'>;

/** A line of the agent's log that is known already, so that a newer one can be told from it. */
export const KnownLine = z.object({ at: z.string(), file: z.string(), line: z.int() });
export type KnownLine = z.infer<typeof KnownLine>;

/** The log as it was read, or undefined. */
export const logOf = (fact: Fact<AgentLog> | undefined): AgentLog | undefined =>
  fact?.state === 'known' ? fact.value : undefined;

/** The newest line with one of these messages, to be kept; null when there is none, or no log. */
export function newestLine(log: AgentLog | undefined, messages: readonly AgentLogMessage[]): KnownLine | null {
  const newest = log && newestOf(log, messages);
  if (newest === undefined) return null;
  const { at, file, line } = newest;
  return { at, file, line };
}

/** The newest line with one of these messages, if it was written after the known one; the log counts whole seconds. */
export function lineSince(
  log: AgentLog | undefined,
  messages: readonly AgentLogMessage[],
  known: KnownLine | null,
): AgentLogLine | null {
  const newest = log && newestOf(log, messages);
  if (newest === undefined) return null;
  if (known === null || newest.at > known.at) return newest;
  const another = newest.file !== known.file || newest.line !== known.line;
  return newest.at === known.at && another ? newest : null;
}

/** The newest line with one of these messages, if it was not there before. */
export const newLine = (before: Result, after: Result, messages: readonly AgentLogMessage[]): AgentLogLine | null =>
  lineSince(logOf(after.facts.agentLog), messages, newestLine(logOf(before.facts.agentLog), messages));

/** Reads the agent's log anew. */
export async function readLog(host: Host): Promise<Fact<AgentLog> | undefined> {
  const { agentLog } = await readFacts(host, ['elevation', 'windows', 'agent', 'agentLog']);
  return agentLog;
}

/** Waits for such a line, and then for what may follow it. Null when none came, with the reason in words. */
export async function waitForLine(
  host: Host,
  messages: readonly AgentLogMessage[],
  known: KnownLine | null,
  { agent, quiet, look }: Patience,
): Promise<{ line: AgentLogLine | null; words: string }> {
  const until = Date.now() + agent;
  for (;;) {
    const fact = await readLog(host);
    const line = lineSince(logOf(fact), messages, known);
    if (line !== null) {
      await new Promise((resolve) => setTimeout(resolve, quiet));
      return { line, words: `The agent's log says: "${line.text}"` };
    }
    if (Date.now() >= until) {
      const unread =
        fact?.state === 'unknown' ? `the agent's log could not be read: ${fact.detail ?? fact.reason}` : null;
      return { line, words: unread ?? `the agent's log does not tell it after ${Math.round(agent / 1000)} s` };
    }
    await new Promise((resolve) => setTimeout(resolve, look));
  }
}
