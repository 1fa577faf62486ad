import type { HttpSysRecord } from '../model/facts/httpsys.ts';
import { formatEndpoint } from '../httpsys/endpoint.ts';
import { defineRule, type Verdict } from './rule.ts';
import { servingOf, type Reached, type Serving } from './serving.ts';
import { noHttpsBinding } from './site-endpoints.ts';
import { bindingText, listOf, paragraphs, whyItMatters } from './words.ts';
import { decide } from './decide.ts';

export const httpsysRecord = defineRule({
  id: 'httpsys.record',
  title: 'Would HTTP.SYS serve a certificate for each HTTPS binding of the site?',
  kb: ['KB172128'],
  needs: { all: ['iisConfig', 'httpSysLive'], any: [] },
  concludes: {
    pass: "A record serves every client of each binding, with the certificate of the binding's own record.",
    info: 'A wildcard SNI record fits: where it stands in the order is not documented, so the handshakes decide.',
    warn: "Only clients that send a certain name are served, or another record than the binding's own serves some.",
    fail: 'No record serves a binding of the site, or one without a certificate.',
  },
  decisive: true,
  applicable: ({ iisConfig }) => noHttpsBinding(iisConfig),
  judge: ({ iisConfig, httpSysLive }, context) =>
    decide(servingOf(iisConfig, httpSysLive, context).map(judgeEndpoint))!,
});

const clients = (reached: readonly Reached[]): string =>
  listOf(
    reached.map(({ connection: { address, serverName } }) =>
      serverName === null ? `${address} without a name` : `${address} as ${serverName}`,
    ),
  );

/** Only a central store has its certificates elsewhere; a masked hash is one all the same. */
const namesNoCertificate = ({ endpoint, thumbprint, thumbprintReadable }: HttpSysRecord): boolean =>
  thumbprint === null && thumbprintReadable && (endpoint.kind === 'ip' || endpoint.kind === 'sni');

/** The Central Certificate Store finds a certificate by the name that the client sends. */
const namesNoFile = (reached: Reached, others: readonly Reached[]): boolean =>
  others.includes(reached) &&
  reached.connection.serverName === null &&
  reached.selection.outcome === 'record' &&
  reached.selection.record.endpoint.kind === 'ccs';

function judgeEndpoint({ site, own, meant, others }: Serving): Verdict {
  const { label } = site;
  const bindings = `IIS has the binding ${listOf(site.bindings.map(bindingText))}`;
  const unserved = [...meant, ...others].filter(
    (each) => each.selection.outcome === 'none' || namesNoFile(each, others),
  );
  const unpredictable = meant.find(({ selection }) => selection.outcome === 'unpredictable');
  const foreign = meant.flatMap(({ selection }) =>
    selection.outcome === 'record' && selection.record !== own ? [selection.record] : [],
  );
  const otherCertificate = foreign.filter(
    (record) => !own || own.thumbprint === null || record.thumbprint !== own.thumbprint,
  );
  const named = listOf(foreign.map(({ endpoint }) => formatEndpoint(endpoint)));

  const empty = meant.flatMap(({ selection }) =>
    selection.outcome === 'record' && namesNoCertificate(selection.record) ? [selection.record] : [],
  );
  if (empty.length > 0) {
    const record = listOf(empty.map(({ endpoint }) => formatEndpoint(endpoint)));
    return {
      status: 'fail',
      summary: `The record of HTTP.SYS that serves ${label} names no certificate.`,
      detail: paragraphs(
        `${bindings}; netsh shows the record ${record} without a certificate hash.`,
        `HTTP.SYS then has, as far as is documented, no certificate to answer a TLS handshake with. ${whyItMatters}`,
        'Select the certificate of the binding anew, so that the record is written again (KB172128).',
      ),
      repairs: ['rebind-certificate'],
    };
  }
  if (meant.every(({ selection }) => selection.outcome === 'none')) {
    return {
      status: 'fail',
      summary: `HTTP.SYS has no certificate record that serves ${label}, though IIS has a binding for it.`,
      detail: paragraphs(
        `${bindings}; netsh shows no record of HTTP.SYS for ${label}, nor another that would serve it.`,
        `Windows resets every TLS handshake for which HTTP.SYS has no record, whatever IIS shows. ${whyItMatters}`,
        'Select the certificate of the binding anew, so that the record is written again (KB172128).',
      ),
      repairs: ['rebind-certificate'],
    };
  }
  if (unserved.length > 0) {
    return {
      status: 'warn',
      summary: `HTTP.SYS serves ${label} only to some clients, for example to those that send a certain name.`,
      detail: paragraphs(
        `${bindings}; by the records that netsh shows nothing is known to serve a connection to ${clients(unserved)}.`,
        'Which name the package server sends when it tests its own web site is not documented: it may be among those that are not served.',
        'Compare the host name and the SNI flag of the binding with the records of HTTP.SYS.',
      ),
    };
  }
  if (otherCertificate.length > 0) {
    return {
      status: 'warn',
      summary: `For ${label} HTTP.SYS serves, at least to some clients, another record: ${named}.`,
      detail: paragraphs(
        `${bindings}; by HTTP.SYS's order the record ${named} comes ${own ? `before the binding's own, ${label}` : `in, for there is none for ${label}`}.`,
        'IIS writes the certificate of the binding into its own record, so a change in IIS does not reach these clients.',
        'Look who wrote the other record (netsh shows its application id) and whether it is still needed.',
      ),
    };
  }
  if (unpredictable?.selection.outcome === 'unpredictable') {
    return {
      status: 'info',
      summary: `Which record serves ${label} cannot be predicted for every client; the handshakes decide.`,
      detail: `${bindings}; for ${clients([unpredictable])} ${unpredictable.selection.reason}.`,
    };
  }
  return {
    status: 'pass',
    summary: `HTTP.SYS has a record that serves ${label}.`,
    detail: `${bindings}; netsh shows the record ${foreign.length > 0 ? `${named}, with the same certificate as its own` : label}.`,
  };
}
