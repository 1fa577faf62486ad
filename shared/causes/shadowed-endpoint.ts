import { formatEndpoint } from '../httpsys/endpoint.ts';
import { ownerOf } from '../httpsys/owners.ts';
import { mayBeRemoved } from '../rules/httpsys-shadow.ts';
import { listOf } from '../rules/words.ts';
import type { CauseRule } from './cause-rule.ts';
import { servingRecordsOf } from './fact-view.ts';
import { weigh, withStatus } from './weigh.ts';

export const shadowedEndpoint: CauseRule = {
  id: 'shadowed-endpoint',
  title: "A record of higher rank is served instead of the binding's own",
  explain(context) {
    if (context.finding('httpsys.shadow')?.status !== 'fail') return null;
    const shadows = servingRecordsOf(context).filter(({ shadows: beats }) => beats);
    const kept = shadows.filter(({ record }) => !mayBeRemoved(record));
    const because = [
      'httpsys.shadow',
      ...withStatus(context, ['tls.served', 'tls.handshake'], 'fail', 'warn').slice(0, 1),
    ] as const;
    const against = withStatus(context, ['tls.served'], 'pass');
    const named = listOf(shadows.map(({ record }) => formatEndpoint(record.endpoint)));
    const owners = listOf(kept.map(({ record }) => ownerOf(record).product ?? ''));
    return {
      likelihood: weigh(because, against),
      because: [...because],
      against,
      remedies: kept.length > 0 ? [] : ['remove-shadowing-record', 'refresh-packages'],
      advice:
        kept.length > 0
          ? `The record ${named} probably belongs to ${owners}, which would write it again or miss it: change it there.`
          : `Find out whether somebody still needs the record ${named}; if not, remove it. A new selection of the certificate in IIS does not reach it.`,
    };
  },
};
