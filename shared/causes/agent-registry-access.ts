import { agentLogState } from '../rules/agent-log-state.ts';
import { newestOf, startFailures } from '../rules/agent-messages.ts';
import type { CauseRule } from './cause-rule.ts';
import { weigh, withStatus } from './weigh.ts';

export const agentRegistryAccess: CauseRule = {
  id: 'agent-registry-access',
  title: 'The agent may not write the registry key of its package service (KB162859)',
  explain(context) {
    const log = context.fact('agentLog');
    const state = log && agentLogState(log, []);
    if (!log || !state || state.outdatedBy !== null || !startFailures.some((id) => id === state.failure.message)) {
      return null;
    }
    const refused = newestOf(log, ['registryAccess']);
    const start = newestOf(log, ['pluginLoading']);
    // Of an earlier start, which something else ended by now.
    if (!refused || (start && Date.parse(start.at) > Date.parse(refused.at))) return null;
    const because = ['agent.log', ...withStatus(context, ['host.packageServer'], 'warn')] as const;
    return {
      likelihood: weigh(because, []),
      because: [...because],
      against: [],
      remedies: [],
      advice: String.raw`Give SYSTEM full control of the registry key HKLM\SOFTWARE\Altiris\Altiris Agent\Package Server and what is below it (KB162859), then restart the agent service.`,
    };
  },
};
