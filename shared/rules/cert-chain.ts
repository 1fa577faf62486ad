import { decide, type Words } from './decide.ts';
import { judgedCertificates, noCertificate, type Judged } from './judged-certificates.ts';
import { defineRule } from './rule.ts';
import { certificateText, paragraphs, whyItMatters } from './words.ts';

/** X509ChainStatusFlags that say nothing about trust: the dates are the matter of cert.validity, revocation was not asked. */
const otherMatters = new Set(['NotTimeValid', 'RevocationStatusUnknown', 'OfflineRevocation', 'NoError', '']);

export const certChain = defineRule({
  id: 'cert.chain',
  title: 'Does Windows trust the certificate on this server?',
  kb: ['KB241066', 'KB430121'],
  needs: { all: ['iisConfig', 'httpSysLive', 'certificates'], any: [], also: ['iisView'] },
  concludes: {
    pass: 'Its chain ends in a trusted root. Revocation is not asked, since a server without internet would wait for it.',
    info: 'Only the dates (cert.validity) or revocation stand against it.',
    warn: 'It is self-signed, and trusted here; other computers trust it only where it was installed.',
    fail: 'Its root is not trusted, or the chain is broken.',
  },
  decisive: false,
  applicable: noCertificate,
  judge: (seen, context) => decide(judgedCertificates(seen, context).map(judgeOne))!,
});

function judgeOne({ certificate, why }: Judged): Words {
  const name = certificateText(certificate);
  const { thumbprint, issuer, subject, chain, chainDetail } = certificate;
  const flags = chainDetail.split(',').map((flag) => flag.trim());
  const problems = flags.filter((flag) => !otherMatters.has(flag));
  const seen = `${thumbprint} was issued by ${issuer}; ${why}. Windows, without asking for revocation: ${chain}${chainDetail === '' ? '' : ` (${chainDetail})`}.`;
  if (chain === 'unknown') {
    return {
      status: 'notRun',
      reason: 'failed',
      summary: `Whether Windows trusts ${name} was not told.`,
      detail: `${seen} Look at the certification path of the certificate on the server.`,
    };
  }
  if (chain === 'untrusted' && problems.length === 0 && chainDetail !== '') {
    return {
      status: 'info',
      summary: `Nothing but its dates, or revocation, stands against the trust in ${name}.`,
      detail: seen,
    };
  }
  if (chain === 'untrusted') {
    return {
      status: 'fail',
      summary: `Windows does not trust ${name}${chainDetail === '' ? '' : `: ${chainDetail}`}.`,
      detail: paragraphs(
        seen,
        `The issuer must be trusted by the Notification Server and by the clients of the package server (KB241066); KB430121 names a missing intermediate certificate. ${whyItMatters}`,
        'Install the root and intermediate certificates of the issuer into the machine stores, or use a certificate whose issuer is trusted.',
      ),
    };
  }
  if (subject === issuer) {
    return {
      status: 'warn',
      summary: `${name} is self-signed, and trusted on this server.`,
      detail: paragraphs(
        seen,
        'Trusted here says nothing of the clients: each needs this very certificate among its trusted roots (KB241066).',
        'Look whether the agents of this site trust it.',
      ),
    };
  }
  return { status: 'pass', summary: `Windows trusts ${name}.`, detail: seen };
}
