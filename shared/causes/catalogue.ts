import { agentRegistryAccess } from './agent-registry-access.ts';
import { agentStopped } from './agent-stopped.ts';
import { certificateExpired, certificateName, certificateUsage, untrustedChain } from './bad-certificate.ts';
import type { CauseRule } from './cause-rule.ts';
import { certificateMissing } from './certificate-missing.ts';
import { foreignOwner } from './foreign-owner.ts';
import { ipListen } from './ip-listen.ts';
import { legacyMetabase } from './legacy-metabase.ts';
import { missingFeatures } from './missing-features.ts';
import { missingHttpsBinding } from './missing-https-binding.ts';
import { missingRecord } from './missing-record.ts';
import { missingSite } from './missing-site.ts';
import { notificationServer } from './notification-server.ts';
import { policyNotForced } from './policy-not-forced.ts';
import { portTaken } from './port-taken.ts';
import { privateKey } from './private-key.ts';
import { restartNeeded } from './restart-needed.ts';
import { shadowedEndpoint } from './shadowed-endpoint.ts';
import { staleBinding } from './stale-binding.ts';
import { stoppedSite } from './stopped-site.ts';
import { tlsDisabled } from './tls-disabled.ts';

/**
 * Every cause that findings can name, in the order that breaks ties (that of
 * `CauseId`). What is said where none of them is: `healthy` and `undetermined`.
 */
export const causeRules: readonly CauseRule[] = [
  notificationServer,
  missingFeatures,
  restartNeeded,
  agentRegistryAccess,
  agentStopped,
  missingSite,
  stoppedSite,
  missingHttpsBinding,
  portTaken,
  ipListen,
  legacyMetabase,
  shadowedEndpoint,
  certificateMissing,
  staleBinding,
  missingRecord,
  foreignOwner,
  privateKey,
  certificateExpired,
  certificateName,
  certificateUsage,
  untrustedChain,
  tlsDisabled,
  policyNotForced,
];
