import { endpointKey } from '../../../shared/httpsys/endpoint.ts';
import { recordsByEndpoint } from '../../../shared/httpsys/record-index.ts';
import type { FindingId } from '../../../shared/model/finding.ts';
import type { Result } from '../../../shared/model/result.ts';
import { siteEndpoints } from '../../../shared/rules/site-endpoints.ts';
import { startUnproven } from '../restart-agent/start-proof.ts';

/** The findings that prove that the policy was followed: record, owner, handshake, and the agent's word. */
export const provenBy = [
  'httpsys.record',
  'httpsys.owner',
  'tls.handshake',
  'tls.served',
  'agent.service',
  'agent.log',
] as const satisfies FindingId[];

const mustNotFail: readonly FindingId[] = ['httpsys.record', 'tls.handshake', 'tls.served'];

/** What of the proof is missing, in words. */
export function unproven(before: Result, after: Result): string[] {
  const failing = after.findings
    .filter(({ id, status }) => mustNotFail.includes(id) && (status === 'fail' || status === 'notRun'))
    .map(({ id, summary }) => `${id}: ${summary}`);
  const owner = after.findings.find(({ id, status }) => id === 'httpsys.owner' && status === 'warn');
  // Under which application id the agent writes is not documented: a record that is another one now counts as its own.
  const kept = owner !== undefined && recordsOfSite(before) === recordsOfSite(after);
  return [
    ...startUnproven(before, after, true),
    ...failing,
    ...(kept ? [`httpsys.owner: ${owner.summary} It was not overwritten.`] : []),
  ];
}

/** The records of the agent's site as a text, to be compared. */
function recordsOfSite({ facts: { iisConfig, httpSysLive } }: Result): string | null {
  if (iisConfig?.state !== 'known' || httpSysLive?.state !== 'known') return null;
  const records = recordsByEndpoint(httpSysLive.value.records);
  const own = [...siteEndpoints(iisConfig.value).values()].map(({ endpoint }) => records.get(endpointKey(endpoint)));
  return JSON.stringify(own.map((record) => record && [record.thumbprint, record.appId]));
}
