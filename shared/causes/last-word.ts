import type { RepairId } from '../model/repair-id.ts';
import { agentLogState } from '../rules/agent-log-state.ts';
import { selfTestFailures } from '../rules/agent-messages.ts';
import { decisiveFindings } from '../rules/catalogue.ts';
import type { CauseContext } from './cause-rule.ts';

/** What makes the agent speak again, and the words to it. */
export interface SpeakAgain {
  remedies: RepairId[];
  advice: string;
}

/**
 * The agent's last word is all that fails, and every decisive check has an
 * answer: it can be older than what was repaired since, for nothing but the
 * agent itself takes it back. Null where anything else fails or is not known.
 */
export function lastWordOf(context: CauseContext): SpeakAgain | null {
  const failing = context.findings.filter(({ status }) => status === 'fail');
  const answered = decisiveFindings.every((id) => (context.finding(id)?.status ?? 'notRun') !== 'notRun');
  const log = context.fact('agentLog');
  if (!answered || !log || failing.length !== 1 || failing[0]?.id !== 'agent.log') return null;
  const failure = agentLogState(log, [])?.failure;
  return selfTestFailures.some((id) => id === failure?.message)
    ? {
        remedies: ['refresh-packages'],
        advice:
          'Only the last word of the agent fails, and it can be older than what was repaired since. Refresh all packages (Agent UI > Package Server tab, KB172128), then look whether the message comes back.',
      }
    : {
        remedies: ['restart-agent', 'refresh-packages'],
        advice:
          'Only the last start of the package service fails, and it can be older than what was repaired since. Restart the agent service (KB158750), then look whether the message comes back.',
      };
}
