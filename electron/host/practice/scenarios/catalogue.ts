import { Scenario } from '../../../../shared/model/practice.ts';
import { agentRegistryAccess } from './agent-registry-access.ts';
import { agentStopped } from './agent-stopped.ts';
import { centralStore } from './central-store.ts';
import { certificateExpired } from './certificate-expired.ts';
import { certificateExpiring } from './certificate-expiring.ts';
import { certificateMissing } from './certificate-missing.ts';
import { certificateName } from './certificate-name.ts';
import { certificateUsage } from './certificate-usage.ts';
import { foreignOwner } from './foreign-owner.ts';
import { healthy } from './healthy.ts';
import { ipListen } from './ip-listen.ts';
import { legacyMetabase } from './legacy-metabase.ts';
import { missingFeaturesSource } from './missing-features-source.ts';
import { missingFeatures } from './missing-features.ts';
import { missingHttpsBinding } from './missing-https-binding.ts';
import { missingRecord } from './missing-record.ts';
import { missingSite } from './missing-site.ts';
import { notElevated } from './not-elevated.ts';
import { notificationServer } from './notification-server.ts';
import { policyNotForced } from './policy-not-forced.ts';
import { portTaken } from './port-taken.ts';
import { privateKeyMissing } from './private-key-missing.ts';
import { privateKeyUnusable } from './private-key-unusable.ts';
import { protocolsHttpOnly } from './protocols-http-only.ts';
import { restartNeeded } from './restart-needed.ts';
import type { ScenarioDefinition } from './scenario-definition.ts';
import { serverCore } from './server-core.ts';
import { severalFaults } from './several-faults.ts';
import { shadowedEndpoint } from './shadowed-endpoint.ts';
import { sniOnly } from './sni-only.ts';
import { staleBinding } from './stale-binding.ts';
import { stoppedAppPool } from './stopped-app-pool.ts';
import { stoppedSite } from './stopped-site.ts';
import { stoppedWebService } from './stopped-web-service.ts';
import { tlsDisabled } from './tls-disabled.ts';
import { untrustedChain } from './untrusted-chain.ts';
import { wildcardSni } from './wildcard-sni.ts';

/** Every scenario, in the order in which they are offered. */
export const scenarios: readonly ScenarioDefinition[] = [
  staleBinding,
  missingRecord,
  healthy,
  foreignOwner,
  policyNotForced,
  legacyMetabase,
  shadowedEndpoint,
  sniOnly,
  wildcardSni,
  centralStore,
  missingFeatures,
  missingFeaturesSource,
  restartNeeded,
  missingSite,
  stoppedSite,
  stoppedAppPool,
  stoppedWebService,
  protocolsHttpOnly,
  missingHttpsBinding,
  certificateMissing,
  privateKeyMissing,
  privateKeyUnusable,
  certificateExpired,
  certificateExpiring,
  certificateName,
  certificateUsage,
  untrustedChain,
  tlsDisabled,
  portTaken,
  ipListen,
  agentStopped,
  agentRegistryAccess,
  notificationServer,
  severalFaults,
  serverCore,
  notElevated,
];

/** The practice scenarios, each with the language and build that it has when nobody says otherwise. */
export function listScenarios(): Scenario[] {
  return scenarios.map((definition) => Scenario.parse(definition));
}
