import { agentOf, notificationServerSigns } from './notification-server-signs.ts';
import { defineRule } from './rule.ts';
import { paragraphs } from './words.ts';

export const hostNotificationServer = defineRule({
  id: 'host.notificationServer',
  title: 'Is this server the Notification Server itself?',
  kb: ['KB172128', 'KB180384'],
  needs: { all: ['notificationServer'], any: [], asIs: ['agent'] },
  concludes: {
    pass: 'Nothing says so: no install path in the registry, no service AeXSvc, and the agent names another server.',
    warn: 'At least one of these says so: a package service on it is not recommended.',
  },
  decisive: false,
  judge({ notificationServer, agent: fact }, { fqdn }) {
    const agent = agentOf(fact);
    const signs = notificationServerSigns(notificationServer, agent ?? undefined, fqdn);
    if (signs.length > 0) {
      return {
        status: 'warn',
        summary:
          signs.length > 1
            ? 'This server is the Notification Server itself: several sources say so.'
            : 'This server seems to be the Notification Server itself: one source says so.',
        detail: paragraphs(
          ...signs,
          'KB172128 notes that a package service on the Symantec Management Platform itself is not recommended: the platform already provides codebases.',
          'Remove the package service from this server in the console, or look at the codebases of the platform instead.',
        ),
      };
    }
    if (agent === undefined) return { status: 'notRun', missing: 'agent' };
    return {
      status: 'pass',
      summary: 'This server is not the Notification Server.',
      detail: paragraphs(
        'The registry has no install path of the Notification Server, and there is no service AeXSvc.',
        agent === null
          ? 'There is no agent that would name one.'
          : `The agent names ${agent.notificationServer ?? 'none'}.`,
      ),
    };
  },
});
