import type { FactName } from '../model/facts.ts';
import { agentHttpsPublished } from './agent-https-published.ts';
import { agentLog } from './agent-log.ts';
import { agentPackages } from './agent-packages.ts';
import { agentPolicy } from './agent-policy.ts';
import { agentService } from './agent-service.ts';
import { certChain } from './cert-chain.ts';
import { certName } from './cert-name.ts';
import { certPresent } from './cert-present.ts';
import { certPrivateKey } from './cert-private-key.ts';
import { certStrength } from './cert-strength.ts';
import { certUsage } from './cert-usage.ts';
import { certValidity } from './cert-validity.ts';
import { eventsSslChanges } from './events-ssl-changes.ts';
import { hostElevated } from './host-elevated.ts';
import { hostNotificationServer } from './host-notification-server.ts';
import { hostPackageServer } from './host-package-server.ts';
import { hostPendingReboot } from './host-pending-reboot.ts';
import { hostSupported } from './host-supported.ts';
import { httpsysDrift } from './httpsys-drift.ts';
import { httpsysIpListen } from './httpsys-ip-listen.ts';
import { httpsysOwner } from './httpsys-owner.ts';
import { httpsysRecord } from './httpsys-record.ts';
import { httpsysShadow } from './httpsys-shadow.ts';
import { httpsysShared } from './httpsys-shared.ts';
import { iisAppPools } from './iis-app-pools.ts';
import { iisConfig } from './iis-config.ts';
import { iisEnabledProtocols } from './iis-enabled-protocols.ts';
import { iisFeatures } from './iis-features.ts';
import { iisHttpsBinding } from './iis-https-binding.ts';
import { iisLegacyMetabase } from './iis-legacy-metabase.ts';
import { iisSite } from './iis-site.ts';
import { iisVirtualDirectories } from './iis-virtual-directories.ts';
import { portOwner } from './port-owner.ts';
import type { Rule } from './rule.ts';
import { tlsHandshake } from './tls-handshake.ts';
import { tlsProtocols } from './tls-protocols.ts';
import { tlsSelfAccess } from './tls-self-access.ts';
import { tlsServed } from './tls-served.ts';

/** Every check, in the order of the report. A new one is a file and a line here. */
export const rules: readonly Rule<FactName, FactName, FactName>[] = [
  hostElevated,
  hostSupported,
  hostNotificationServer,
  hostPackageServer,
  hostPendingReboot,
  iisConfig,
  iisFeatures,
  iisSite,
  iisHttpsBinding,
  iisEnabledProtocols,
  iisAppPools,
  iisVirtualDirectories,
  iisLegacyMetabase,
  httpsysRecord,
  httpsysDrift,
  httpsysOwner,
  httpsysShadow,
  httpsysShared,
  httpsysIpListen,
  portOwner,
  certPresent,
  certPrivateKey,
  certValidity,
  certName,
  certUsage,
  certChain,
  certStrength,
  tlsHandshake,
  tlsServed,
  tlsProtocols,
  tlsSelfAccess,
  agentService,
  agentLog,
  agentPolicy,
  agentPackages,
  agentHttpsPublished,
  eventsSslChanges,
];

/** The checks without which a diagnosis is incomplete. */
export const decisiveFindings = rules.filter(({ decisive }) => decisive).map(({ id }) => id);
