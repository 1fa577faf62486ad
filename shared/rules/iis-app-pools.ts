import type { FactValue } from '../model/facts.ts';
import { decide, type Words } from './decide.ts';
import { defineRule } from './rule.ts';
import { packagePools } from './site-paths.ts';
import { paragraphs, whyItMatters } from './words.ts';

export const iisAppPools = defineRule({
  id: 'iis.appPools',
  title: 'Do the application pools behind the package server run?',
  kb: ['KB422201'],
  needs: { all: ['appPools', 'iisConfig'], any: [] },
  concludes: {
    pass: 'All of them are started.',
    warn: 'IIS does not show a pool that the configuration names.',
    fail: 'One is stopped (KB422201).',
  },
  decisive: false,
  applicable: ({ iisConfig }) =>
    packagePools(iisConfig).length > 0 ? null : 'The site of the package server has no application.',
  judge: ({ appPools, iisConfig }) => decide(packagePools(iisConfig).map((name) => judgePool(name, appPools)))!,
});

function judgePool(name: string, pools: FactValue<'appPools'>): Words {
  const pool = pools.find((one) => one.name.toLowerCase() === name.toLowerCase());
  if (!pool) {
    return {
      status: 'warn',
      summary: `IIS does not show the application pool "${name}", which the site uses.`,
      detail: paragraphs(
        `applicationHost.config names it; appcmd lists ${pools.length} pools, none of this name.`,
        'An application whose pool is not there cannot answer.',
        'Look at the advanced settings of the site in IIS Manager, and choose a pool that is there.',
      ),
    };
  }
  const seen = `appcmd shows "${name}" as ${pool.state}.`;
  switch (pool.state.toLowerCase()) {
    case 'started':
      return { status: 'pass', summary: `The application pool "${name}" is started.`, detail: seen };
    case 'starting':
    case 'stopping':
    case 'stopped':
      return {
        status: 'fail',
        summary: `The application pool "${name}" of the package server is not started: ${pool.state}.`,
        detail: paragraphs(
          seen,
          `IIS answers 503 for everything in it; KB422201 names a stopped pool as a reason why packages are refreshed over and over. ${whyItMatters}`,
          'Start the pool. When it stops again, look at the account it runs under and at the System event log.',
        ),
        repairs: ['start-site'],
      };
    default:
      return {
        status: 'notRun',
        reason: 'failed',
        summary: `IIS does not tell the state of the application pool "${name}" (${pool.state || 'none shown'}).`,
        detail: `${seen} As far as known, it shows one only while W3SVC and WAS answer it.`,
      };
  }
}
