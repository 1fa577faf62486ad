import { matchingCertificates } from './expected.ts';
import { judgedCertificates, noCertificate, type Judged } from './judged-certificates.ts';
import { defineRule, type Verdict } from './rule.ts';
import { certificateText, paragraphs, whyItMatters } from './words.ts';
import { decide } from './decide.ts';

/** What the vendor asks of a site server's certificate on the day of its import (KB241066). */
const remainingDays = 30;
const expired = 'has expired';

export const certValidity = defineRule({
  id: 'cert.validity',
  title: `Is the certificate valid now, and for ${remainingDays} days more?`,
  kb: ['KB241066'],
  needs: { all: ['iisConfig', 'httpSysLive', 'certificates'], any: [], also: ['iisView'] },
  concludes: {
    pass: 'Valid now and for 30 days more.',
    warn: 'Ends within 30 days (KB241066 asks for them at the import).',
    fail: 'Expired, or not valid yet.',
  },
  decisive: false,
  applicable: noCertificate,
  judge(seen, context) {
    const better = matchingCertificates(seen.certificates, context).length > 0;
    return decide(judgedCertificates(seen, context).map((one) => judgeOne(one, context.now, better)))!;
  },
});

/** A time for reading, to the minute, in UTC as the certificate has it. */
const timeText = (iso: string): string => `${iso.slice(0, 16).replace('T', ' ')} UTC`;

function judgeOne({ certificate, why }: Judged, now: string, better: boolean): Verdict {
  const [from, to, at] = [certificate.notBefore, certificate.notAfter, now].map((time) => Date.parse(time));
  const name = certificateText(certificate);
  const seen = `${certificate.thumbprint} in the store ${certificate.store} ${at! > to! ? 'was' : 'is'} valid from ${timeText(certificate.notBefore)} to ${timeText(certificate.notAfter)}; ${why}.`;
  if (![from, to, at].every(Number.isFinite)) throw new RangeError('A date that is none');
  const invalid = at! < from! ? 'is not valid yet' : at! > to! ? expired : null;
  if (invalid !== null) {
    return {
      status: 'fail',
      summary: `${name} ${invalid}: it ${invalid === expired ? 'was' : 'is'} valid from ${timeText(certificate.notBefore)} to ${timeText(certificate.notAfter)}.`,
      detail: paragraphs(
        `${seen} The clock of the server says ${timeText(now)}.`,
        `TLS clients refuse a certificate outside its dates. ${whyItMatters}`,
        better
          ? 'The store MY holds a valid certificate for this server: select that one for the binding (KB172128).'
          : `Renew the certificate; a new one must be valid for at least ${remainingDays} days (KB241066).`,
      ),
      ...(better ? { repairs: ['rebind-certificate' as const] } : {}),
    };
  }
  if (to! - at! < remainingDays * 86_400_000) {
    return {
      status: 'warn',
      summary: `${name} ends within ${remainingDays} days, on ${timeText(certificate.notAfter)}.`,
      detail: paragraphs(
        seen,
        `The vendor asks for at least ${remainingDays} days when a certificate is imported (KB241066).`,
        'Renew it in time, and bind the new one: the record of HTTP.SYS names a hash and stays on the old one.',
      ),
    };
  }
  return { status: 'pass', summary: `${name} is valid until ${timeText(certificate.notAfter)}.`, detail: seen };
}
