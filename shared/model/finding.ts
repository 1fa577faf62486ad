import { z } from 'zod';
import { UnknownReason } from './fact.ts';
import { RepairId } from './repair-id.ts';

/** Every check the product knows, in the order of the report. */
export const FindingId = z.enum([
  'host.elevated',
  'host.supported',
  'host.notificationServer',
  'host.packageServer',
  'host.pendingReboot',
  'iis.config',
  'iis.features',
  'iis.site',
  'iis.httpsBinding',
  'iis.enabledProtocols',
  'iis.appPools',
  'iis.virtualDirectories',
  'iis.legacyMetabase',
  'httpsys.record',
  'httpsys.drift',
  'httpsys.owner',
  'httpsys.shadow',
  'httpsys.shared',
  'httpsys.ipListen',
  'port.owner',
  'cert.present',
  'cert.privateKey',
  'cert.validity',
  'cert.name',
  'cert.usage',
  'cert.chain',
  'cert.strength',
  'tls.handshake',
  'tls.served',
  'tls.protocols',
  'tls.selfAccess',
  'agent.service',
  'agent.log',
  'agent.policy',
  'agent.packages',
  'agent.httpsPublished',
  'events.sslChanges',
]);
export type FindingId = z.infer<typeof FindingId>;

export const FindingStatus = z.enum(['pass', 'info', 'warn', 'fail', 'notRun']);
export type FindingStatus = z.infer<typeof FindingStatus>;

/** One check's answer. Its words say what was seen and which source said it. */
export const Finding = z.object({
  id: FindingId,
  status: FindingStatus,
  /** Set when, and only when, status is notRun. */
  reason: z.exactOptional(UnknownReason),
  summary: z.string(),
  detail: z.string(),
  /** Articles, as `KB172128`. */
  kb: z.array(z.string()),
  repairs: z.array(RepairId),
  /** Names of the recorded answers that this rests on. */
  evidence: z.array(z.string()),
});
export type Finding = z.infer<typeof Finding>;
