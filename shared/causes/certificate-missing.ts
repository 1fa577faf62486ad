import type { CauseRule } from './cause-rule.ts';
import { candidatesOf } from './fact-view.ts';
import { weigh, withStatus } from './weigh.ts';

export const certificateMissing: CauseRule = {
  id: 'certificate-missing',
  title: 'The certificate of the record is in no store, and none in the store fits this server',
  explain(context) {
    if (context.finding('cert.present')?.status !== 'fail' || candidatesOf(context)?.length !== 0) return null;
    const because = ['cert.present', ...withStatus(context, ['tls.handshake'], 'fail')] as const;
    const against = withStatus(context, ['tls.handshake'], 'pass');
    return {
      likelihood: weigh(because, against),
      because: [...because],
      against,
      remedies: [],
      advice:
        'Import the certificate of this server with its private key into the machine store MY, or let the site-server policy install one ("Install certificate", KB172128). It must name the full name of the server, be made for Server Authentication, and be valid for 30 days (KB241066). Then bind it.',
    };
  },
};
