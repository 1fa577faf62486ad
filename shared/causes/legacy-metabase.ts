import { newestOf } from '../rules/agent-messages.ts';
import { legacyKeys } from '../rules/legacy-keys.ts';
import { siteEvents } from '../rules/system-events.ts';
import type { CauseContext, CauseRule } from './cause-rule.ts';
import { candidatesOf, servingRecordsOf } from './fact-view.ts';
import { soonAfter } from './soon-after.ts';

/**
 * Microsoft KB 2025598: the IIS 6 metabase layer deletes the record and writes it
 * again from an old hash whenever it starts. Not confirmed by Broadcom.
 */
export const legacyMetabase: CauseRule = {
  id: 'legacy-metabase',
  title: 'The IIS 6 metabase layer puts an old certificate back, or none (Microsoft KB 2025598)',
  explain(context) {
    const status = context.finding('iis.legacyMetabase')?.status;
    const config = context.fact('iisConfig');
    // Without the stores nobody knows whether the hash is an old one.
    const unsure = status === 'notRun' && config !== undefined && legacyKeys(config, {}, context).length > 0;
    if (status !== 'fail' && status !== 'warn' && !unsure) return null;
    const done = status === 'fail' ? traces(context) : [];
    const bindable = candidatesOf(context)?.length !== 0;
    return {
      // The file has the hash; HTTP.SYS or the event log shows that it was used.
      likelihood: done.length > 0 ? 'confirmed' : status === 'fail' ? 'likely' : 'possible',
      because: ['iis.legacyMetabase', ...done],
      against: [],
      remedies: [
        'remove-legacy-metabase',
        ...(bindable ? (['rebind-certificate'] as const) : []),
        'restart-agent',
        'refresh-packages',
      ],
      advice:
        'Remove the property first, then bind the certificate anew, then restart the agent service, whose start may use the layer. Microsoft documents it; that it happens on package servers is possible, and not confirmed by Broadcom.',
    };
  },
};

/** What shows that the layer has done it: no record is left, or one with its hash; a deletion after a start. */
function traces(context: CauseContext): ('httpsys.record' | 'cert.present' | 'events.sslChanges')[] {
  const config = context.fact('iisConfig');
  if (!config) return [];
  const hashes = new Set(legacyKeys(config, {}, context).map(({ hash }) => hash?.thumbprint));
  const gone = context.finding('httpsys.record')?.status === 'fail';
  const replayed = servingRecordsOf(context).some(
    ({ record }) => record.thumbprint !== null && hashes.has(record.thumbprint),
  );
  const [windows, log] = [context.fact('windows'), context.fact('agentLog')];
  const starts = [windows?.bootTime, log && newestOf(log, ['pluginLoading', 'pluginStarting'])?.at];
  const deleted = siteEvents(context.fact('events') ?? [], config).some(
    ({ id, at }) => id === 15300 && starts.some((start) => soonAfter(start, at)),
  );
  return [
    ...(gone ? (['httpsys.record'] as const) : []),
    ...(replayed ? (['cert.present'] as const) : []),
    ...(deleted ? (['events.sslChanges'] as const) : []),
  ];
}
