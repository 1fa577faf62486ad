import { agentStarts } from '../agent/start.ts';
import { disableFeatures } from '../features/features.ts';
import { daysAgo } from './package-server.ts';
import type { ScenarioDefinition } from './scenario-definition.ts';

/** KB160917. */
export const missingFeatures: ScenarioDefinition = {
  id: 'missing-features',
  title: 'The agent misses role services of IIS',
  language: 'ja-JP',
  build: 20348,
  expectedCause: 'missing-features',
  alsoCauses: [],
  curedBy: ['install-features', 'restart-agent'],
  notOffered: ['rebind-certificate', 'create-https-binding'],
  arrange({ world }) {
    disableFeatures(world, ['IIS-ASP', 'IIS-WindowsAuthentication', 'IIS-WMICompatibility']);
    agentStarts(world, daysAgo(1.5));
  },
};
