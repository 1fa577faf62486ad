import { agentOf } from './notification-server-signs.ts';
import { defineRule } from './rule.ts';
import { paragraphs, whyItMatters } from './words.ts';

export const hostPackageServer = defineRule({
  id: 'host.packageServer',
  title: 'Are the agent and its package service on this server?',
  kb: ['KB162859', 'KB180398'],
  needs: { all: [], any: [], asIs: ['agent'] },
  concludes: {
    pass: 'The registry has the agent and its key "Package Server".',
    warn: 'The agent is there without that key.',
    fail: 'There is no agent.',
  },
  decisive: false,
  judge({ agent: fact }) {
    const agent = agentOf(fact);
    if (agent === undefined) return { status: 'notRun', missing: 'agent' };
    if (agent === null) {
      return {
        status: 'fail',
        summary: 'There is no Symantec Management Agent on this server.',
        detail: paragraphs(
          'The registry has no settings of the agent (HKLM\\SOFTWARE\\Altiris\\Altiris Agent).',
          `The package service is a plug-in of the agent (KB162859), so this is no package server. ${whyItMatters}`,
          'Install the agent and then the package service from the console (KB180398), or look at the right server.',
        ),
      };
    }
    const seen = `The registry shows the agent ${agent.version} in ${agent.installDir}.`;
    if (agent.packageServerKey) {
      return {
        status: 'pass',
        summary: `The agent ${agent.version} and its package service are on this server.`,
        detail: `${seen} Its key "Package Server" is there (KB162859); it is there too where the service was installed once.`,
      };
    }
    return {
      status: 'warn',
      summary: 'The agent is on this server, but nothing shows a package service.',
      detail: paragraphs(
        `${seen} Its key "Package Server" (KB162859) is not there.`,
        'Either the package service is not installed, or the agent could not make the key: SYSTEM needs full control of it (KB162859).',
        'Look in the console whether the package service is installed on this server (KB180398), and in the log of the agent.',
      ),
    };
  },
});
