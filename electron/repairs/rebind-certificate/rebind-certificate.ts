import { endpointKey, endpointsOfBinding, formatEndpoint } from '../../../shared/httpsys/endpoint.ts';
import { shortThumbprint } from '../../../shared/httpsys/thumbprint.ts';
import { ownerOf } from '../../../shared/httpsys/owners.ts';
import { recordsByEndpoint } from '../../../shared/httpsys/record-index.ts';
import type { Endpoint, Thumbprint } from '../../../shared/model/endpoint.ts';
import type { HttpSysRecord } from '../../../shared/model/facts/httpsys.ts';
import type { IisBinding } from '../../../shared/model/facts/iis.ts';
import type { Certificate } from '../../../shared/model/facts/tls.ts';
import { legacyKeys } from '../../../shared/rules/legacy-keys.ts';
import { agentSite, agentSiteId, siteEndpoints } from '../../../shared/rules/site-endpoints.ts';
import { UserError } from '../../app/user-error.ts';
import { appcmdBackup } from '../backup/appcmd-backup.ts';
import { recordBackup } from '../backup/record-backup.ts';
import { registryBackup } from '../backup/registry-backup.ts';
import type { LiveState } from '../live-state.ts';
import { readNetshSupport, type NetshSupport } from '../netsh-support.ts';
import { defineRepair, type Design, type RepairRequest } from '../repair.ts';
import { rankCertificates, type Candidate } from './candidates.ts';
import { chooseCertificate } from './choose-certificate.ts';
import { chooseEndpoint } from './choose-endpoint.ts';
import { plannedRecord } from './planned-record.ts';
import { recordsThatStillWin, sitesOnEndpoint } from './reach.ts';
import { stepsFor } from './steps-for.ts';
import { provenBy, unproven } from './unproven.ts';

const needed = ['iisConfig', 'httpSysLive', 'httpSysRegistry', 'certificates'] as const;
type State = LiveState<(typeof needed)[number], 'iisView', NetshSupport>;

/**
 * KB172128's first remedy: makes HTTP.SYS hold the certificate that the https
 * binding of the agent's site should have.
 */
export const rebindCertificate = defineRepair({
  id: 'rebind-certificate',
  needs: { all: needed, also: ['iisView'], ask: (host, { windows }) => readNetshSupport(host, windows.build) },
  needsReboot: false,
  provenBy,
  backups: [recordBackup, appcmdBackup, registryBackup],
  design,
  unproven,
});

function design(request: RepairRequest, state: State): Design {
  const { iisConfig, httpSysLive, httpSysRegistry, certificates } = state.facts;
  const site = agentSite(iisConfig);
  if (site === undefined) {
    throw new UserError(
      'refused',
      'IIS has no site with id 1, which the agent uses (KB158750). Nothing can be bound to it.',
    );
  }
  const endpoints = [...siteEndpoints(iisConfig).values()].map((own) => own.endpoint);
  const endpoint = chooseEndpoint(endpoints, request.endpoint);
  const live = recordsByEndpoint(httpSysLive.records).get(endpointKey(endpoint)) ?? null;
  const registry = recordsByEndpoint(httpSysRegistry.records).get(endpointKey(endpoint)) ?? null;
  if (live !== null && !request.takeOver) refuseForeign(live);

  const circumstances = { now: state.now, fqdn: state.fqdn, had: shownByIis(state, endpoint) };
  const candidates = rankCertificates(certificates.items, circumstances);
  const certificate = chooseCertificate(certificates.items, candidates, request.certificate, circumstances);
  const binding = site.bindings.find((own) => isOn(own, endpoint));
  const planned = plannedRecord(live, certificate, endpoint, binding);
  return {
    ...stepsFor(live, registry, planned, state.extra, certificates.items),
    endpoint,
    certificate: certificate.thumbprint,
    candidates: candidates.map(({ certificate: { thumbprint, subject, notAfter }, reasons, doubts, clear }) => ({
      thumbprint,
      subject,
      notAfter,
      recommended: clear,
      reasons,
      doubts,
    })),
    endpoints,
    alsoHits: [...doubtsAbout(certificate, candidates), ...sitesOnEndpoint(iisConfig.sites, endpoint, agentSiteId)],
    stillWins: [
      ...recordsThatStillWin(httpSysLive.records, endpoint),
      ...metabaseThatRewrites(state, certificate.thumbprint),
    ],
  };
}

/** What a person should know who binds a certificate that clients may not accept. */
function doubtsAbout({ thumbprint, subject }: Certificate, candidates: readonly Candidate[]): string[] {
  const doubts = candidates.find(({ certificate }) => certificate.thumbprint === thumbprint)?.doubts ?? [];
  if (doubts.length === 0) return [];
  return [`Against certificate ${shortThumbprint(thumbprint)} (${subject}) speaks: ${doubts.join('; ')}.`];
}

const isOn = (binding: IisBinding, endpoint: Endpoint): boolean =>
  endpointsOfBinding(binding).some((own) => endpointKey(own) === endpointKey(endpoint));

/** The certificate that IIS shows for the binding: its cached view. */
function shownByIis({ facts }: State, endpoint: Endpoint): Thumbprint | null {
  const bindings = facts.iisView?.sites.find(({ id }) => id === agentSiteId)?.bindings ?? [];
  return bindings.find((binding) => isOn(binding, endpoint))?.certificate ?? null;
}

/** What the IIS 6 metabase layer would write over the new record: that goes first (repairs.md, rule 7). */
function metabaseThatRewrites(state: State, certificate: Thumbprint): string[] {
  const { iisConfig, certificates, iisView } = state.facts;
  return legacyKeys(iisConfig, { certificates, iisView }, state)
    .filter(({ hash }) => hash !== null && hash.thumbprint !== certificate)
    .map(
      ({ path, hash }) =>
        `The IIS 6 metabase layer holds ${hash?.thumbprint ?? 'an unreadable hash'} for ${path}, and can delete this record again when the agent starts (Microsoft KB 2025598): do remove-legacy-metabase first.`,
    );
}

/** @throws UserError refused when the record belongs to another product: it is changed only when asked for */
function refuseForeign(record: HttpSysRecord): void {
  const { kind, product } = ownerOf(record);
  if (kind === 'iis' || kind === 'zeros') return;
  const owner = product === null ? `a product that is not known here (application id ${record.appId})` : product;
  throw new UserError(
    'refused',
    `The record of ${formatEndpoint(record.endpoint)} was probably written by ${owner}, not by IIS. Changing it can break that product. Find out whether it is still needed; to change it all the same, plan it with the take-over: a tick in the wizard, --take-over of psdoctor.`,
  );
}
