import { matchHostName } from '../httpsys/names.ts';
import { matchingCertificates } from './expected.ts';
import { judgedCertificates, noCertificate, type Judged } from './judged-certificates.ts';
import { defineRule, type Verdict } from './rule.ts';
import { certificateText, listOf, paragraphs, whyItMatters } from './words.ts';
import { decide } from './decide.ts';

export const certName = defineRule({
  id: 'cert.name',
  title: 'Is the certificate made for the full name of this server?',
  kb: ['KB191688', 'KB241066'],
  needs: { all: ['iisConfig', 'httpSysLive', 'certificates'], any: [], also: ['iisView'] },
  concludes: {
    pass: 'The full name (FQDN) of the server is among the alternative names; a wildcard covers one label.',
    warn: 'The name is the subject only, and there is no alternative name.',
    fail: 'The certificate is not made for this name.',
  },
  decisive: false,
  applicable: noCertificate,
  judge(seen, context) {
    const { fqdn } = context;
    if (fqdn === null) {
      return {
        status: 'notRun',
        reason: 'failed',
        summary: 'Not checked: the full name (FQDN) of this server is not known.',
        detail: 'The server did not tell its own full name, so no certificate can be compared with it.',
      };
    }
    const better = matchingCertificates(seen.certificates, context).length > 0;
    return decide(judgedCertificates(seen, context).map((one) => judgeOne(one, fqdn, better)))!;
  },
});

function judgeOne({ certificate, why }: Judged, fqdn: string, better: boolean): Verdict {
  const name = certificateText(certificate);
  const alternatives = [...certificate.dns, ...certificate.ips];
  const seen = `${certificate.thumbprint} has the subject ${certificate.subject} and ${
    alternatives.length > 0 ? `the alternative names ${listOf(alternatives)}` : 'no alternative name'
  }; ${why}.`;
  switch (matchHostName(certificate, fqdn)) {
    case 'san':
      return { status: 'pass', summary: `${name} is made for ${fqdn}.`, detail: seen };
    case 'cn':
      return {
        status: 'warn',
        summary: `${name} names ${fqdn} only as its subject, not as an alternative name.`,
        detail: paragraphs(
          seen,
          'The vendor accepts subject or alternative name (KB241066), but many TLS clients look at alternative names only.',
          'When the certificate is renewed, ask for the full name as an alternative name as well.',
        ),
      };
    case 'none':
      return {
        status: 'fail',
        summary: `${name} is not made for ${fqdn}, the full name of this server.`,
        detail: paragraphs(
          seen,
          `KB191688 describes it: with a certificate that lacks the server's own full name the package server could not access its own web site. ${whyItMatters}`,
          better
            ? 'The store MY holds a certificate for this name: select that one for the binding (KB172128).'
            : 'Use a certificate that names both the internal and the external name (KB191688).',
        ),
        ...(better ? { repairs: ['rebind-certificate' as const] } : {}),
      };
  }
}
