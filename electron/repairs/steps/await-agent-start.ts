import { z } from 'zod';
import type { AgentLogMessage } from '../../../shared/parsers/agent-log/messages.ts';
import { startFailures } from '../../../shared/rules/agent-messages.ts';
import { KnownLine, waitForLine } from '../log-line.ts';
import type { StepKind } from './step-kind.ts';

/**
 * Waits for the agent's log to tell that the package service has started, or why
 * it has not. A wait changes nothing and never fails: what the log says, or does
 * not say, the proof judges.
 */
export const AwaitAgentStart = z.object({
  kind: z.literal('awaitAgentStart'),
  /** The newest such line before the repair. */
  since: KnownLine.nullable(),
});
export type AwaitAgentStart = z.infer<typeof AwaitAgentStart>;

/** The lines that end the wait (KB158750, KB162859): a plug-in that failed will say no more. */
export const startLines: readonly AgentLogMessage[] = ['pluginStarting', ...startFailures];

export const awaitAgentStart: StepKind<AwaitAgentStart> = {
  words: () => "Wait until the agent's log says that the package service has started (KB158750)",
  toCommand: () => null,
  inverse: () => null,
  async perform({ since }, host, patience) {
    const { words } = await waitForLine(host, startLines, since, patience);
    return { ok: true, detail: words };
  },
  readBack: () => Promise.resolve({ isBefore: true, isAfter: true, words: '' }),
};
