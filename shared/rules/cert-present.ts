import { formatEndpoint } from '../httpsys/endpoint.ts';
import { shortThumbprint } from '../httpsys/thumbprint.ts';
import type { HttpSysRecord } from '../model/facts/httpsys.ts';
import type { Certificates } from '../model/facts/tls.ts';
import { defineRule, type Verdict } from './rule.ts';
import { servingOf, servingRecords } from './serving.ts';
import { noHttpsBinding } from './site-endpoints.ts';
import { inStores, sameStore, storeOf } from './store.ts';
import { listOf, paragraphs, whyItMatters } from './words.ts';
import { decide, type Words } from './decide.ts';

export const certPresent = defineRule({
  id: 'cert.present',
  title: 'Is the certificate of each record in the store that the record names?',
  kb: ['KB172128'],
  needs: { all: ['iisConfig', 'httpSysLive', 'certificates'], any: [] },
  concludes: {
    pass: 'The store that the record names holds the certificate.',
    info: 'No record serves the site, or the record takes its certificates from the Central Certificate Store.',
    warn: 'Another store holds it.',
    fail: 'No store that was read holds it, or the record names none.',
  },
  decisive: true,
  applicable: ({ iisConfig }) => noHttpsBinding(iisConfig),
  judge({ iisConfig, httpSysLive, certificates }, context) {
    const servings = servingOf(iisConfig, httpSysLive, context);
    const records = [...new Set(servings.flatMap(servingRecords))];
    const verdicts = records.map((record) => judgeRecord(record, certificates));
    return decide<Words>(verdicts) ?? noRecord(servings.map(({ site }) => site.label));
  },
});

const noRecord = (labels: readonly string[]): Verdict => ({
  status: 'info',
  summary: `Does not arise: no record of HTTP.SYS is known to serve ${listOf(labels)}.`,
  detail: 'Without a record there is no certificate to look for.',
});

/** The stores that are always read; of another one nothing is known when none of its certificates came. */
const alwaysRead = ['MY', 'WEBHOSTING'];

function judgeRecord(record: HttpSysRecord, certificates: Certificates): Words {
  const endpoint = formatEndpoint(record.endpoint);
  const { thumbprint } = record;
  if (record.endpoint.kind === 'ccs') {
    return {
      status: 'info',
      summary: `Port ${endpoint} takes its certificates from the Central Certificate Store.`,
      detail: `The record of port ${endpoint} names no certificate: IIS looks for a file in the central store by the name that the client sends.`,
    };
  }
  if (!record.thumbprintReadable) {
    return {
      status: 'notRun',
      reason: 'unsupported',
      summary: `The hash in the record of ${endpoint} is masked, so its certificate cannot be looked up.`,
      detail: 'A masked hash is not a missing certificate. Ask for the unmasked listing of "netsh http show sslcert".',
    };
  }
  if (thumbprint === null) {
    return gone(
      `The record of ${endpoint} names no certificate.`,
      `netsh shows the record of ${endpoint} with no hash`,
    );
  }
  const store = storeOf(record);
  const found = inStores(certificates, thumbprint).map((certificate) => certificate.store);
  const short = shortThumbprint(thumbprint);
  if (found.some((one) => sameStore(one, store))) {
    return {
      status: 'pass',
      summary: `The certificate ${short} of ${endpoint} is in the store ${store}.`,
      detail: `HTTP.SYS names ${thumbprint} for ${endpoint}; the machine store ${store} holds it.`,
    };
  }
  if (found.length > 0) {
    return {
      status: 'warn',
      summary: `The certificate ${short} of ${endpoint} is in the store ${listOf(found)}, not in ${store}.`,
      detail: paragraphs(
        `HTTP.SYS names ${thumbprint} in the store ${store} for ${endpoint}; of the machine stores ${listOf(found)} holds it.`,
        'HTTP.SYS looks for it in the store that the record names, so that the handshake may fail although the certificate is on the server.',
        'Move the certificate to that store, or select it anew so that the record names the right one (KB172128).',
      ),
    };
  }
  const read = [...alwaysRead, ...certificates.items.map((certificate) => certificate.store)];
  if (!read.some((one) => sameStore(one, store))) {
    return {
      status: 'notRun',
      reason: 'unsupported',
      summary: `The record of ${endpoint} names the store ${store}, of which nothing was read.`,
      detail: `HTTP.SYS names ${thumbprint} for ${endpoint}. No certificate of the store ${store} came back, so it is not known whether it holds this one.`,
    };
  }
  return gone(
    `The certificate ${short}, which HTTP.SYS serves for ${endpoint}, is in no certificate store of this machine.`,
    `netsh shows ${thumbprint} in the store ${store} for ${endpoint}; no machine store that was read holds it`,
  );
}

const gone = (summary: string, seen: string): Verdict => ({
  status: 'fail',
  summary,
  detail: paragraphs(
    `${seen}.`,
    `Windows has nothing to serve and resets the TLS handshake, even while IIS goes on showing a certificate. ${whyItMatters}`,
    'Select a certificate that is in the store for this binding, so that HTTP.SYS gets its hash (KB172128).',
  ),
  repairs: ['rebind-certificate'],
});
