import { paragraphs } from './words.ts';
import { defineRule } from './rule.ts';

export const hostElevated = defineRule({
  id: 'host.elevated',
  title: 'Does this process have the rights to read everything and to repair?',
  kb: [],
  needs: { all: ['elevation'], any: [] },
  concludes: {
    pass: 'An elevated administrator.',
    info: 'LocalSystem, the account of the agent.',
    warn: 'Not elevated: some sources stay unknown, and nothing can be repaired.',
  },
  decisive: false,
  judge({ elevation: { elevated, localSystem } }) {
    if (localSystem) {
      return {
        status: 'info',
        summary: 'Runs as LocalSystem, the account of the agent itself.',
        detail:
          'whoami shows the LocalSystem account. It reads and changes everything that an elevated administrator does, and it sees the machine as the agent sees it.',
      };
    }
    if (elevated) {
      return {
        status: 'pass',
        summary: 'Runs elevated, as an administrator.',
        detail: 'whoami shows the Administrators group and a high integrity level.',
      };
    }
    return {
      status: 'warn',
      summary: 'Does not run elevated: some sources stay unknown, and nothing can be repaired.',
      detail: paragraphs(
        'whoami shows no high integrity level together with the Administrators group.',
        'The IIS configuration cannot be read and no record of HTTP.SYS can be changed without these rights.',
        'Start it again by "Run as administrator".',
      ),
    };
  },
});
