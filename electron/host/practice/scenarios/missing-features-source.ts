import { agentStarts } from '../agent/start.ts';
import { disableFeatures } from '../features/features.ts';
import { daysAgo } from './package-server.ts';
import type { ScenarioDefinition } from './scenario-definition.ts';

/** The log of KB160917; `install-features` needs a source for it. */
export const missingFeaturesSource: ScenarioDefinition = {
  id: 'missing-features-source',
  title: 'The agent misses .NET 3.5 role services, whose source is not on this server',
  language: 'en-US',
  build: 17763,
  expectedCause: 'missing-features',
  alsoCauses: [],
  curedBy: [],
  notOffered: ['rebind-certificate', 'create-https-binding'],
  arrange({ world }) {
    disableFeatures(world, ['NetFx3']);
    world.windows.features['NetFx3'] = 'Disabled with Payload Removed';
    agentStarts(world, daysAgo(1.5));
  },
};
