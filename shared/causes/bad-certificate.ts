import type { CauseId } from '../model/cause.ts';
import type { FindingId } from '../model/finding.ts';
import type { CauseRule } from './cause-rule.ts';
import { candidatesOf } from './fact-view.ts';
import { weigh, withStatus } from './weigh.ts';

/** A fault of the certificate that no other certificate of the store could mend: else the binding is stale. */
const badCertificate = (id: CauseId, finding: FindingId, title: string, advice: string): CauseRule => ({
  id,
  title,
  explain(context) {
    if (context.finding(finding)?.status !== 'fail') return null;
    const better = candidatesOf(context)?.some(({ chain }) => finding !== 'cert.chain' || chain !== 'untrusted');
    if (better) return null;
    // Schannel judges the certificate by itself.
    const because = [finding, ...withStatus(context, ['tls.selfAccess'], 'warn', 'fail')];
    const against = withStatus(context, ['tls.selfAccess'], 'pass');
    return { likelihood: weigh(because, against), because, against, remedies: [], advice };
  },
});

const thenBind = 'Import it with its private key into the machine store MY, then bind it.';

export const certificateExpired = badCertificate(
  'certificate-expired',
  'cert.validity',
  'The certificate is not valid now, and there is no other',
  `Renew the certificate; the new one must be valid for 30 days at least (KB241066). ${thenBind}`,
);

export const certificateName = badCertificate(
  'certificate-name',
  'cert.name',
  'The certificate does not name the full name of this server, and there is no other (KB191688)',
  `Get a certificate that names both the internal full name and, where one is used, the external name (KB191688). ${thenBind}`,
);

export const certificateUsage = badCertificate(
  'certificate-usage',
  'cert.usage',
  'The certificate is not made for a server, and there is no other',
  `Get a certificate whose extended key usage has Server Authentication, 1.3.6.1.5.5.7.3.1 (KB241066). ${thenBind}`,
);

export const untrustedChain = badCertificate(
  'untrusted-chain',
  'cert.chain',
  'The certificate is not trusted on this server, and there is no other',
  'Install the root and intermediate certificates of its issuer into the machine stores of this server, of the Notification Server and of the clients (KB241066, KB430121), or get a certificate whose issuer they trust.',
);
