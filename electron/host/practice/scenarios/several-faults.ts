import { missingFeatures } from './missing-features.ts';
import type { ScenarioDefinition } from './scenario-definition.ts';
import { staleBinding } from './stale-binding.ts';
import { stoppedAppPool } from './stopped-app-pool.ts';

export const severalFaults: ScenarioDefinition = {
  id: 'several-faults',
  title: 'Role services missing, the pool stopped, and HTTP.SYS names a removed certificate',
  language: 'de-DE',
  build: 17763,
  expectedCause: 'missing-features',
  alsoCauses: ['stopped-site', 'stale-binding'],
  curedBy: ['install-features', 'start-site', 'rebind-certificate', 'restart-agent'],
  notOffered: ['create-https-binding'],
  async arrange(server) {
    await staleBinding.arrange(server);
    await stoppedAppPool.arrange(server);
    await missingFeatures.arrange(server);
  },
};
