import { agentOf } from './notification-server-signs.ts';
import { defineRule } from './rule.ts';
import { agentSite, agentSiteId } from './site-endpoints.ts';
import { packagePaths } from './site-paths.ts';
import { listOf, paragraphs } from './words.ts';

export const iisVirtualDirectories = defineRule({
  id: 'iis.virtualDirectories',
  title: 'Has the package server made its virtual directories?',
  kb: ['KB172128', 'KB422201'],
  needs: { all: ['iisConfig'], any: [], asIs: ['agent'] },
  concludes: {
    pass: 'The site has paths such as Altiris/PS or pkggroup_….',
    info: 'It has none, and there is no package service either.',
    warn: 'It has none, while the package service is on this server.',
  },
  decisive: false,
  applicable: ({ iisConfig }) => (agentSite(iisConfig) ? null : `There is no IIS site with id ${agentSiteId}.`),
  judge({ iisConfig, agent: fact }) {
    const paths = packagePaths(iisConfig);
    if (paths.length > 0) {
      return {
        status: 'pass',
        summary: `The site has ${paths.length} ${paths.length === 1 ? 'path' : 'paths'} of the package server.`,
        detail: `applicationHost.config: ${listOf(paths)}.`,
      };
    }
    const agent = agentOf(fact);
    if (agent === undefined) return { status: 'notRun', missing: 'agent' };
    const seen = 'applicationHost.config has no path Altiris or pkggroup_… below the site.';
    if (!agent?.packageServerKey) {
      return {
        status: 'info',
        summary: 'The site has no path of a package server, and no package service is on this server.',
        detail: seen,
      };
    }
    return {
      status: 'warn',
      summary: 'The site has no path of the package server, though the package service is on this server.',
      detail: paragraphs(
        seen,
        'The agent makes them when IIS has all role services that it wants, and deletes them when one is missing (KB160917).',
        'Look whether role services are missing and what the log of the agent says, then restart the agent service.',
      ),
    };
  },
});
