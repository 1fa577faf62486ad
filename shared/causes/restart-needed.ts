import { newestFeatureWord } from '../rules/feature-words.ts';
import type { CauseRule } from './cause-rule.ts';
import { withStatus } from './weigh.ts';

/** KB150861: IIS was added after the package service; the agent looks at its start only. */
export const restartNeeded: CauseRule = {
  id: 'restart-needed',
  title: 'The role services are installed now, but the agent has not looked since it missed them',
  explain(context) {
    const log = context.fact('agentLog');
    if (context.finding('iis.features')?.status !== 'warn' || !log || newestFeatureWord(log) !== 'missing') return null;
    return {
      // The log says what was missed, the registry what is there.
      likelihood: 'confirmed',
      because: ['iis.features', ...withStatus(context, ['agent.httpsPublished'], 'warn')],
      against: [],
      remedies: ['restart-agent', 'refresh-packages'],
      advice: 'Restart the agent service; a refresh alone is not enough (KB150861). Then refresh all packages.',
    };
  },
};
