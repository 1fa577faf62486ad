import { defineRule } from './rule.ts';
import { agentOf } from './notification-server-signs.ts';
import { listOf, paragraphs } from './words.ts';

const freshMs = 86_400_000;

export const agentPolicy = defineRule({
  id: 'agent.policy',
  title: 'Has the agent received its policies lately?',
  kb: ['KB172128'],
  needs: { all: [], any: [], also: ['agentPolicy'], asIs: ['agent'] },
  concludes: {
    pass: 'Within a day.',
    info: 'There is no agent.',
    warn: 'More than a day ago, or never. (When the settings were last changed in the console cannot be told from here.)',
  },
  decisive: false,
  judge({ agent: fact, agentPolicy: policy }, { now }) {
    const agent = agentOf(fact);
    if (agent === undefined) return { status: 'notRun', missing: 'agent' };
    if (agent === null) {
      return {
        status: 'info',
        summary: 'Does not arise: there is no agent on this server.',
        detail: 'There is no agent.',
      };
    }
    const server = agent.notificationServer ?? 'a Notification Server that the registry does not name';
    const file = policy
      ? `The policy file ${policy.file} was written ${policy.modified}. ${
          policy.settings.length === 0
            ? 'It has no setting whose name speaks of HTTPS, bindings or certificates.'
            : `Its settings that may matter, as they stand: ${listOf(policy.settings.map(({ name, value }) => `${name}=${value}`))}; what they mean is not documented.`
        }`
      : '';
    const todo =
      'Use "Update Configuration" of the agent, and look whether it reaches the Notification Server: changes of the site-server settings, such as the Force flag (KB172128), come with a policy.';
    if (agent.policyLastReceived === null) {
      return {
        status: 'warn',
        summary: 'The registry does not say that the agent ever received a policy.',
        detail: paragraphs(`There is no "Policy Last Received" for ${server}.`, file, todo),
      };
    }
    const received = Date.parse(agent.policyLastReceived);
    if (!Number.isFinite(received)) throw new RangeError('A time that is none');
    const seen = `The registry says "Policy Last Received" ${agent.policyLastReceived}, from ${server}.`;
    if (Date.parse(now) - received > freshMs) {
      return {
        status: 'warn',
        summary: `The agent received its last policy on ${agent.policyLastReceived.slice(0, 10)}, more than a day ago.`,
        detail: paragraphs(seen, file, todo),
      };
    }
    return { status: 'pass', summary: 'The agent received its policies within a day.', detail: paragraphs(seen, file) };
  },
});
