import { agentStarts } from '../agent/start.ts';
import { siteOne } from './arranging.ts';
import { daysAgo } from './package-server.ts';
import type { ScenarioDefinition } from './scenario-definition.ts';

/** KB158750. */
export const missingSite: ScenarioDefinition = {
  id: 'missing-site',
  title: 'The Default Web Site was made anew and has the id 3',
  language: 'pl-PL',
  build: 17763,
  expectedCause: 'missing-site',
  alsoCauses: [],
  curedBy: [],
  notOffered: ['rebind-certificate', 'start-site'],
  arrange({ world }) {
    const site = siteOne(world);
    site.id = 3;
    for (const { virtualDirectories } of site.applications) virtualDirectories.splice(1);
    agentStarts(world, daysAgo(1.5));
  },
};
