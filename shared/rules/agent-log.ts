import { agentLogState, repairsOf } from './agent-log-state.ts';
import { directoriesMade, lineText, newestOf, selfTestFailures } from './agent-messages.ts';
import { newestFeatureWord } from './feature-words.ts';
import { defineRule } from './rule.ts';
import { paragraphs, whyItMatters } from './words.ts';

export const agentLog = defineRule({
  id: 'agent.log',
  title: 'What does the log of the agent say last about the package service?',
  kb: ['KB172128', 'KB191688', 'KB158750', 'KB162859'],
  needs: { all: ['agentLog'], any: [], also: ['events', 'iisConfig', 'handshakes', 'iisView', 'certificates'] },
  concludes: {
    pass: 'It makes virtual directories, and no known failure is in the log.',
    info: 'No line of a known form, or the newest is that role services are missing (`iis.features`).',
    warn: 'A failure, and later a pass without it; or a record of HTTP.SYS was written since, and the site now serves the certificate that it should.',
    fail: 'The newest word on the self-test or on the start of the plug-in is a failure.',
  },
  decisive: false,
  judge({ agentLog: log, ...seen }, context) {
    const read = `${log.files} ${log.files === 1 ? 'file' : 'files'} of the log ${log.files === 1 ? 'was' : 'were'} read.`;
    const state = agentLogState(log, repairsOf(seen, context));
    if (state === null) {
      if (newestFeatureWord(log) === 'missing') {
        return {
          status: 'info',
          summary: 'The newest word of the agent is that role services of IIS are missing.',
          detail: paragraphs(read, 'Its log has no other known failure.'),
        };
      }
      const made = newestOf(log, directoriesMade);
      return made
        ? {
            status: 'pass',
            summary: 'The agent makes its virtual directories, and its log has no known failure.',
            detail: paragraphs(read, lineText(made)),
          }
        : {
            status: 'info',
            summary: 'The log of the agent has no line about the package service that is known.',
            detail: read,
          };
    }
    const { failure, outdatedBy } = state;
    const selfTest = selfTestFailures.some((id) => id === failure.message);
    const what = selfTest
      ? 'the package server could not access its own web site'
      : 'the package service could not start inside the agent';
    if (outdatedBy !== null) {
      return {
        status: 'warn',
        summary: `The agent logged earlier that ${what}; something newer speaks against it.`,
        detail: paragraphs(
          read,
          lineText(failure),
          outdatedBy,
          'Look after the next refresh of the packages whether it comes back.',
        ),
      };
    }
    return {
      status: 'fail',
      summary: `The newest word of the agent is that ${what}.`,
      detail: paragraphs(
        `${read} ${lineText(failure)}`,
        selfTest ? whyItMatters : (meaning[failure.message] ?? 'Without it nothing is published (KB158750).'),
        'Find the cause in the other checks; afterwards restart the agent service and refresh all packages, and read the log again.',
      ),
    };
  },
});

const meaning: Readonly<Record<string, string>> = {
  siteMissing: 'It looks for the IIS site with id 1 and does not find it (KB158750).',
  registryAccess: 'SYSTEM needs full control of the registry key "Package Server" (KB162859).',
  pluginNotInstalled: 'That follows from an earlier failure beside it (KB162859).',
};
