import { agentStarts } from '../agent/start.ts';
import { disableFeatures, enableFeatures } from '../features/features.ts';
import { daysAgo } from './package-server.ts';
import type { ScenarioDefinition } from './scenario-definition.ts';

/** KB150861: a refresh is not enough, the agent looks at its start alone. */
export const restartNeeded: ScenarioDefinition = {
  id: 'restart-needed',
  title: 'The role services were added after the agent had started',
  language: 'fr-FR',
  build: 20348,
  expectedCause: 'restart-needed',
  alsoCauses: [],
  curedBy: ['restart-agent'],
  notOffered: ['rebind-certificate', 'install-features'],
  arrange({ world }) {
    const added = ['IIS-ASP', 'IIS-WindowsAuthentication'];
    disableFeatures(world, added);
    agentStarts(world, daysAgo(1.8));
    enableFeatures(world, added, { all: true, source: false });
  },
};
