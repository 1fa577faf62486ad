import { defineRule } from './rule.ts';
import { listOf, paragraphs } from './words.ts';

/** All packages, with the verb: nobody says "all 1" or "all 2". */
function allOf(count: number): string {
  if (count === 1) return 'The only package of the agent is';
  return `${count === 2 ? 'Both' : `All ${count}`} packages of the agent are`;
}

export const agentPackages = defineRule({
  id: 'agent.packages',
  title: 'In what state does the agent see its packages?',
  kb: ['KB172128', 'KB181405'],
  needs: { all: [], any: [], asIs: ['agentPackages'] },
  concludes: {
    pass: 'All are ready.',
    info: 'There is none, or the agent refused to tell (COM).',
    warn: 'Some are not ready.',
  },
  decisive: false,
  judge({ agentPackages: fact }) {
    if (fact.state === 'unknown') {
      if (fact.reason !== 'failed' && fact.reason !== 'notElevated')
        return { status: 'notRun', missing: 'agentPackages' };
      return {
        status: 'info',
        summary: 'The agent did not tell of its packages.',
        detail: paragraphs(
          fact.detail ?? 'Its COM interface did not answer.',
          'Newer agents may refuse programs other than their own; look at Agent UI > Package Server tab instead.',
        ),
      };
    }
    const { items } = fact.value;
    if (items.length === 0) {
      return {
        status: 'info',
        summary: 'The agent has no package to publish.',
        detail: 'Its COM interface lists none. Look in the console which packages are assigned to this package server.',
      };
    }
    const waiting = items.filter(({ status }) => !/^ready$/iu.test(status.trim()));
    if (waiting.length === 0) {
      return {
        status: 'pass',
        summary: `${allOf(items.length)} ready.`,
        detail: 'Its COM interface says so; whether a codebase is HTTPS it does not tell.',
      };
    }
    return {
      status: 'warn',
      summary: `${waiting.length} of ${items.length} packages of the agent are not ready.`,
      detail: paragraphs(
        `Its COM interface lists: ${listOf(waiting.map(({ name, status }) => `${name} (${status})`))}.`,
        'A package that is not ready is not published, by whatever protocol.',
        'Use "Refresh All Packages" in Agent UI > Package Server tab, and look at the state of the package on the Notification Server (KB181405).',
      ),
    };
  },
});
