import { formatEndpoint } from '../httpsys/endpoint.ts';
import { ownerOf } from '../httpsys/owners.ts';
import { shortThumbprint } from '../httpsys/thumbprint.ts';
import type { HttpSysRecord } from '../model/facts/httpsys.ts';
import { decide } from './decide.ts';
import { defineRule, type Verdict } from './rule.ts';
import { servingOf } from './serving.ts';
import { shadowsOf, type Shadow } from './shadows.ts';
import { noHttpsBinding } from './site-endpoints.ts';
import { paragraphs, whyItMatters } from './words.ts';

export const httpsysShadow = defineRule({
  id: 'httpsys.shadow',
  title: "Does a record of higher rank beat the binding's own record?",
  kb: ['KB172128'],
  needs: { all: ['iisConfig', 'httpSysLive'], any: [] },
  concludes: {
    pass: 'No: exact address, exact name, certificate store, [::], 0.0.0.0 is the order of HTTP.SYS.',
    info: 'One does, with the same certificate.',
    warn: "One does, and a hash of the two is not readable; or it would, if its address is the server's, which is not known.",
    fail: 'One does, with another certificate.',
  },
  decisive: false,
  applicable({ iisConfig, httpSysLive }, context) {
    const noBinding = noHttpsBinding(iisConfig);
    if (noBinding !== null) return noBinding;
    return servingOf(iisConfig, httpSysLive, context).some(({ own }) => own)
      ? null
      : 'No HTTPS binding of the site has a record of its own that could be beaten.';
  },
  judge({ iisConfig, httpSysLive }, context) {
    const shadows = servingOf(iisConfig, httpSysLive, context).flatMap(shadowsOf);
    return decide(shadows.map((shadow) => judgeShadow(shadow, context.addresses.length > 0))) ?? none;
  },
});

const none: Verdict = {
  status: 'pass',
  summary: "No other record beats the records of the site's bindings.",
  detail: 'By the order of HTTP.SYS the records that netsh shows leave every client to its own binding.',
};

function judgeShadow({ own, by }: Shadow, addressesKnown: boolean): Verdict {
  const [mine, other] = [own, by].map(({ endpoint }) => formatEndpoint(endpoint));
  const certificate = ({ thumbprint, thumbprintReadable }: HttpSysRecord) =>
    thumbprint ? shortThumbprint(thumbprint) : thumbprintReadable ? 'none' : 'masked';
  const seen = `netsh shows ${other} with the certificate ${certificate(by)}, and ${mine} with ${certificate(own)}; for its clients HTTP.SYS takes ${other} first.`;
  if (own.thumbprint === null || by.thumbprint === null) {
    return {
      status: 'warn',
      summary: `The record ${other} beats ${mine}; whether with the same certificate cannot be read.`,
      detail: paragraphs(
        seen,
        'A record without a readable hash cannot be compared.',
        'Ask for the unmasked listing of "netsh http show sslcert".',
      ),
    };
  }
  if (own.thumbprint === by.thumbprint) {
    return {
      status: 'info',
      summary: `The record ${other} beats ${mine}, with the same certificate.`,
      detail: `${seen} A renewal in IIS will change ${mine} alone.`,
    };
  }
  if (by.endpoint.kind === 'ip' && !addressesKnown) {
    return {
      status: 'warn',
      summary: `The record ${other} beats ${mine} with another certificate, if ${by.endpoint.address} is an address of this server.`,
      detail: paragraphs(
        seen,
        'The addresses of the server are not among what was given.',
        'Compare with "ipconfig", or diagnose on the server itself.',
      ),
    };
  }
  const { product } = ownerOf(by);
  return {
    status: 'fail',
    summary: `The record ${other} beats ${mine} with another certificate: ${certificate(by)} instead of ${certificate(own)}.`,
    detail: paragraphs(
      seen,
      `What IIS shows for the binding does not reach these clients, and no new selection in IIS changes it. ${whyItMatters}`,
      `The application id of ${other} is that of ${product ?? 'no product that is known'}${product === null ? '' : ', probably'}. Find out whether it is still needed, and remove it if not.`,
    ),
    // A record that another product keeps would come back, or be missed there.
    ...(mayBeRemoved(by) ? { repairs: ['remove-shadowing-record' as const] } : {}),
  };
}

/** A record that no product known to us keeps: IIS's own, or one that does not say who wrote it. */
export const mayBeRemoved = (record: HttpSysRecord): boolean => ownerOf(record).kind !== 'product';
