import { siteEvents } from '../rules/system-events.ts';
import type { CauseContext, CauseRule } from './cause-rule.ts';
import { differs, isForeign, servingRecordsOf } from './fact-view.ts';
import { soonAfter } from './soon-after.ts';
import { withStatus } from './weigh.ts';

/** HTTP.SYS's events for a record that was deleted, created or updated. */
const changes = [15300, 15301, 15302];

/**
 * KB172128's second path: HTTPS works until a restart, and then a record that is
 * not the agent's is back, which it leaves alone without the Force flag.
 */
export const policyNotForced: CauseRule = {
  id: 'policy-not-forced',
  title: "A record of another program comes back with a restart, and the policy does not force the agent's own",
  explain(context) {
    const records = servingRecordsOf(context).filter((one) => !one.shadows && isForeign(one));
    const broken = withStatus(context, ['tls.served', 'cert.present', 'tls.handshake'], 'fail');
    if (records.length === 0 || (broken.length === 0 && !records.some(differs)) || !cameBack(context)) return null;
    const forced = context.fact('agent')?.policyForced === true;
    return {
      // The owner is netsh's word, the time the event log's.
      likelihood: forced ? 'possible' : 'confirmed',
      because: ['httpsys.owner', 'events.sslChanges', ...broken.slice(0, 1)],
      against: forced ? ['agent.policy'] : [],
      remedies: ['force-overwrite', 'restart-agent', 'refresh-packages'],
      advice:
        'Override the site-server settings in the console: HTTPS binding on port 443, "Force overwrite HTTPS binding", "Use master certificate", policy enabled; update the configuration here, then restart the agent service (second remedy of KB172128).',
    };
  },
};

/** A record of the site was changed soon after a boot, or after a policy arrived. */
function cameBack(context: CauseContext): boolean {
  const config = context.fact('iisConfig');
  if (!config) return false;
  const arrivals = [context.fact('windows')?.bootTime, context.fact('agent')?.policyLastReceived];
  return siteEvents(context.fact('events') ?? [], config).some(
    ({ id, at }) => changes.includes(id) && arrivals.some((arrival) => soonAfter(arrival, at)),
  );
}
