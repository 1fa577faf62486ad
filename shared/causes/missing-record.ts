import type { CauseRule } from './cause-rule.ts';
import { candidatesOf } from './fact-view.ts';
import { weigh, withStatus } from './weigh.ts';

/**
 * IIS has the HTTPS binding, HTTP.SYS has no record for it (KB172128): what
 * appcmd, a restored or an edited configuration, or another program leaves.
 */
export const missingRecord: CauseRule = {
  id: 'missing-record',
  title: 'HTTP.SYS has no certificate record for the HTTPS binding that IIS shows',
  explain(context) {
    if (context.finding('httpsys.record')?.status !== 'fail') return null;
    const because = ['httpsys.record', ...withStatus(context, ['tls.handshake'], 'fail')] as const;
    // What answers, wholly or in part, has a record, or another program listens on the port.
    const against = withStatus(context, ['tls.handshake'], 'pass', 'warn');
    const noCandidate = candidatesOf(context)?.length === 0;
    return {
      likelihood: weigh(because, against),
      because: [...because],
      against,
      remedies: noCandidate ? [] : ['rebind-certificate', 'refresh-packages'],
      advice: noCandidate
        ? 'The store MY holds no certificate that fits the name of this server, is valid and has its key. Install one first, or let the site-server policy install it ("Install certificate", KB172128).'
        : 'Select the certificate of the binding anew, so that the record is written, then refresh all packages (first remedy of KB172128).',
    };
  },
};
