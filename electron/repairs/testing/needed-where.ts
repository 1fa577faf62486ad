import type { PracticeServer } from '../../host/practice/practice-server.ts';
import type { RepairRequest } from '../engine.ts';

type World = Awaited<ReturnType<PracticeServer['world']>>;

/** A repair with the practice server that needs it. */
export interface NeededWhere {
  repair: RepairRequest['repair'];
  scenario: string;
  build?: number;
  arrange?: (world: World) => void;
}

/** A site with neither http nor https answers nobody. */
const neitherProtocol = ({ iis }: World): void => {
  for (const application of iis.sites[0]!.applications) application.enabledProtocols = 'net.pipe';
};

/** Every repair but rebind-certificate, which each test arranges for itself. */
export const neededWhere: readonly NeededWhere[] = [
  { repair: 'install-features', scenario: 'missing-features' },
  { repair: 'remove-legacy-metabase', scenario: 'legacy-metabase' },
  { repair: 'create-https-binding', scenario: 'missing-https-binding' },
  { repair: 'enable-https-protocol', scenario: 'protocols-http-only', arrange: neitherProtocol },
  { repair: 'start-site', scenario: 'stopped-site' },
  { repair: 'start-site', scenario: 'stopped-app-pool' },
  { repair: 'start-site', scenario: 'stopped-web-service' },
  { repair: 'repair-private-key', scenario: 'private-key-missing' },
  { repair: 'remove-shadowing-record', scenario: 'shadowed-endpoint' },
  { repair: 'force-overwrite', scenario: 'policy-not-forced' },
  { repair: 'restart-agent', scenario: 'restart-needed' },
  { repair: 'restart-agent', scenario: 'agent-stopped' },
  { repair: 'refresh-packages', scenario: 'healthy' },
];
