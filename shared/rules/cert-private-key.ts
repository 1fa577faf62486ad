import { judgedCertificates, noCertificate, type Judged } from './judged-certificates.ts';
import { defineRule, type Verdict } from './rule.ts';
import { certificateText, paragraphs, whyItMatters } from './words.ts';
import { decide } from './decide.ts';

export const certPrivateKey = defineRule({
  id: 'cert.privateKey',
  title: 'Is the private key of the certificate there, and can it be used?',
  kb: ['KB172128'],
  needs: { all: ['iisConfig', 'httpSysLive', 'certificates'], any: [], also: ['iisView'] },
  concludes: {
    pass: 'A test signature with the key was made and verified.',
    warn: 'The key could not be tested.',
    fail: 'There is no key, or the test signature failed.',
  },
  decisive: false,
  applicable: noCertificate,
  judge: (seen, context) => decide(judgedCertificates(seen, context).map(judgeOne))!,
});

function judgeOne({ certificate, why }: Judged): Verdict {
  const name = certificateText(certificate);
  const seen = `${certificate.thumbprint} in the store ${certificate.store}; ${why}.`;
  switch (certificate.privateKey) {
    case 'usable':
      return {
        status: 'pass',
        summary: `The private key of ${name} is there and works.`,
        detail: `${seen} A test signature with the machine's key was made and verified.`,
      };
    case 'missing':
    case 'unusable': {
      const missing = certificate.privateKey === 'missing';
      return {
        status: 'fail',
        summary: `The private key of ${name} ${missing ? 'is missing' : 'cannot be used'}.`,
        detail: paragraphs(
          `${seen} ${missing ? 'The store holds the certificate without a private key.' : 'The store names a private key, but a test signature with it failed.'}`,
          `Without a usable machine key Windows cannot answer a TLS handshake, and netsh refuses the certificate with error 1312. ${whyItMatters}`,
          'Import the certificate again together with its private key, into the machine store. That must work before it is bound anew (KB172128).',
        ),
        repairs: ['repair-private-key'],
      };
    }
    default:
      return {
        status: 'warn',
        summary: `Whether the private key of ${name} works could not be tested.`,
        detail: paragraphs(
          `${seen} ${certificate.privateKey === 'present' ? 'The store names a private key; it was not tried.' : 'The store did not tell of the key.'}`,
          'A completed handshake that serves this certificate proves the key: look at the handshakes.',
        ),
      };
  }
}
