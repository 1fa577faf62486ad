import { decide } from './decide.ts';
import { allowsServing, matchingCertificates } from './expected.ts';
import { judgedCertificates, noCertificate, type Judged } from './judged-certificates.ts';
import { defineRule, type Verdict } from './rule.ts';
import { certificateText, listOf, paragraphs, whyItMatters } from './words.ts';

export const certUsage = defineRule({
  id: 'cert.usage',
  title: 'May the certificate be used for a server?',
  kb: ['KB241066'],
  needs: { all: ['iisConfig', 'httpSysLive', 'certificates'], any: [], also: ['iisView'] },
  concludes: {
    pass: 'Its extended key usage has Server Authentication (1.3.6.1.5.5.7.3.1), or any usage.',
    info: 'It has no extended key usage, which allows every one.',
    fail: 'Its extended key usage leaves Server Authentication out.',
  },
  decisive: false,
  applicable: noCertificate,
  judge(seen, context) {
    const better = matchingCertificates(seen.certificates, context).length > 0;
    return decide(judgedCertificates(seen, context).map((one) => judgeOne(one, better)))!;
  },
});

function judgeOne({ certificate, why }: Judged, better: boolean): Verdict {
  const name = certificateText(certificate);
  const usages =
    certificate.eku.length === 0 ? 'no extended key usage' : `the extended key usage ${listOf(certificate.eku)}`;
  const seen = `${certificate.thumbprint} has ${usages}; ${why}.`;
  if (certificate.eku.length === 0) {
    return {
      status: 'info',
      summary: `${name} has no extended key usage, so it may be used for a server.`,
      detail: seen,
    };
  }
  if (allowsServing(certificate)) {
    return { status: 'pass', summary: `${name} is made for Server Authentication.`, detail: seen };
  }
  return {
    status: 'fail',
    summary: `${name} is not made for Server Authentication.`,
    detail: paragraphs(
      seen,
      `The vendor asks for Server Authentication, 1.3.6.1.5.5.7.3.1 (KB241066), and TLS clients refuse a certificate without it. ${whyItMatters}`,
      better
        ? 'The store MY holds a certificate that is: select that one for the binding (KB172128).'
        : 'Get a certificate for a web server.',
    ),
    ...(better ? { repairs: ['rebind-certificate' as const] } : {}),
  };
}
