import { agentLogState } from './agent-log-state.ts';
import { selfTestFailures } from './agent-messages.ts';
import { newestFeatureWord } from './feature-words.ts';
import { defineRule } from './rule.ts';
import { paragraphs } from './words.ts';

/** Where a person can see it (KB172128, KB180560, KB180568). */
const howToLook =
  'To see it: Agent UI > Package Server tab (KB172128); on a client package.xml below the agent\'s "Software Delivery" folder, which has the codebases that the Notification Server hands out (KB180560); or the table SWDPackageCodebase of its database (KB180568).';

export const agentHttpsPublished = defineRule({
  id: 'agent.httpsPublished',
  title: 'Are HTTPS codebases published?',
  kb: ['KB172128', 'KB180560', 'KB180568'],
  needs: { all: ['agentLog'], any: [] },
  concludes: {
    info: 'It cannot be told from this server for certain: the agent has no interface that tells codebases. The detail says where to look.',
    warn: 'The newest word of the agent speaks against it: it could not access its own web site, could not start, or missed role services.',
  },
  decisive: false,
  judge({ agentLog }) {
    const state = agentLogState(agentLog, []);
    const failure = state?.outdatedBy === null ? state.failure : null;
    const features = newestFeatureWord(agentLog) === 'missing';
    if (failure !== null || features) {
      const selfTest = selfTestFailures.some((id) => id === failure?.message);
      return {
        status: 'warn',
        // Also true after a repair that the agent has not looked at yet.
        summary: `HTTPS codebases are probably not published: ${
          features
            ? 'when the agent last looked, role services of IIS were missing'
            : selfTest
              ? 'when the agent last tested its own web site, it could not access it'
              : 'when the agent last started its package service, that failed'
        }.`,
        detail: paragraphs(
          features
            ? 'Its log says that role services of IIS are missing, so that IIS is not used (KB160917).'
            : 'Its log says last that the package service could not access its own web site, or could not start.',
          'Refresh all packages once the cause is repaired.',
          howToLook,
        ),
      };
    }
    return {
      status: 'info',
      summary: 'Whether HTTPS codebases are published cannot be told from this server for certain.',
      detail: paragraphs('The log of the agent does not speak against it, which is a hint and no proof.', howToLook),
    };
  },
});
