import type { CauseId } from '../model/cause.ts';
import type { RepairId } from '../model/repair-id.ts';

const again = ['restart-agent', 'refresh-packages'] as const;
const bind = ['rebind-certificate', 'refresh-packages'] as const;

/**
 * Every repair that a cause can ask for on some server, in order: what it asks for on one server is never more. Known
 * before a server is asked, so that a wrong pair is found before it counts for a whole fleet.
 */
export const remediesOf: Readonly<Record<CauseId, readonly RepairId[]>> = {
  'notification-server': [],
  'missing-features': ['install-features', ...again],
  'restart-needed': again,
  'agent-registry-access': [],
  'agent-stopped': ['restart-agent'],
  'missing-site': [],
  'stopped-site': ['start-site', 'refresh-packages'],
  'missing-https-binding': ['create-https-binding', ...bind],
  'port-taken': [],
  'ip-listen': [],
  'legacy-metabase': ['remove-legacy-metabase', 'rebind-certificate', ...again],
  'shadowed-endpoint': ['remove-shadowing-record', 'refresh-packages'],
  'certificate-missing': [],
  'stale-binding': bind,
  'missing-record': bind,
  'foreign-owner': ['force-overwrite', 'rebind-certificate'],
  'private-key': ['repair-private-key', ...bind],
  'certificate-expired': [],
  'certificate-name': [],
  'certificate-usage': [],
  'untrusted-chain': [],
  'tls-disabled': [],
  'policy-not-forced': ['force-overwrite', ...again],
  healthy: ['refresh-packages'],
  undetermined: again,
};
