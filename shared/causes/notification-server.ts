import { notificationServerSigns } from '../rules/notification-server-signs.ts';
import type { CauseRule } from './cause-rule.ts';

/** KB172128's note: the platform provides codebases itself. */
export const notificationServer: CauseRule = {
  id: 'notification-server',
  title: 'This server is the Notification Server itself, where a package service is not recommended',
  explain(context) {
    const facts = context.fact('notificationServer');
    if (context.finding('host.notificationServer')?.status !== 'warn' || !facts) return null;
    const signs = notificationServerSigns(facts, context.fact('agent'), context.fqdn);
    return {
      likelihood: signs.length > 1 ? 'confirmed' : 'likely',
      because: ['host.notificationServer'],
      against: [],
      remedies: [],
      advice:
        'KB172128 does not recommend a package service on the Symantec Management Platform: it already provides codebases. Remove the package service from this server in the console, and look at the codebases of the platform.',
    };
  },
};
