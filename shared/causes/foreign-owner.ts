import { ownerOf } from '../httpsys/owners.ts';
import type { CauseRule } from './cause-rule.ts';
import { differs, isForeign, servingRecordsOf } from './fact-view.ts';
import { withStatus } from './weigh.ts';

/** KB172128: without the Force flag the agent leaves a binding alone that it decides is not its own. */
export const foreignOwner: CauseRule = {
  id: 'foreign-owner',
  title: 'Another program than IIS wrote the certificate record of the site',
  explain(context) {
    const records = servingRecordsOf(context).filter((one) => !one.shadows && isForeign(one));
    if (records.length === 0) return null;
    const broken = [
      ...withStatus(context, ['tls.served', 'cert.present', 'tls.handshake'], 'fail'),
      ...(records.some(differs) ? (['httpsys.record'] as const) : []),
    ];
    const product = records.map(({ record }) => ownerOf(record).product).find((name) => name !== null);
    return {
      likelihood: broken.length > 0 ? 'likely' : 'possible',
      because: ['httpsys.owner', ...broken.slice(0, 1)],
      against: broken.length > 0 ? [] : withStatus(context, ['tls.served'], 'pass'),
      remedies: ['force-overwrite', 'rebind-certificate'],
      advice: `The record was probably written by ${product ?? 'a program that is not known'}. Ask whether it may lose it; then let the agent overwrite it ("Force overwrite HTTPS binding", KB172128). To bind the certificate from here takes the record over, and the other program may write it again.`,
    };
  },
};
