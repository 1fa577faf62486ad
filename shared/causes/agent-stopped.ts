import { isDisabled, isRunning } from '../rules/service-state.ts';
import type { CauseRule } from './cause-rule.ts';
import { withStatus } from './weigh.ts';

export const agentStopped: CauseRule = {
  id: 'agent-stopped',
  title: 'The agent service does not run',
  explain(context) {
    const service = context.fact('service');
    if (context.finding('agent.service')?.status !== 'fail' || !service) return null;
    const disabled = isDisabled(service) && !isRunning(service);
    const before = context.findings.filter(({ id, status }) => status === 'fail' && !id.startsWith('agent.'));
    return {
      // What fails before it explains more: a running agent would meet it too.
      likelihood: before.length > 0 ? 'possible' : 'likely',
      because: withStatus(context, ['agent.service'], 'fail'),
      against: [],
      remedies: disabled ? [] : ['restart-agent'],
      advice: disabled
        ? 'Somebody disabled the service: find out why, set its start type to automatic, and start it.'
        : 'Start the agent service. It makes the virtual directories, tests the web site and publishes the codebases.',
    };
  },
};
