import type { FactName, Facts, FactValue } from '../model/facts.ts';
import type { Certificate, Certificates, HandshakeAttempt, HandshakeOutcome } from '../model/facts/tls.ts';
import type { HttpSysRecord } from '../model/facts/httpsys.ts';
import type { IisViewBinding } from '../model/facts/iis.ts';
import type { Result } from '../model/result.ts';
import { endpointKey, endpointsOfBinding } from '../httpsys/endpoint.ts';
import { expectedCertificate, matchingCertificates, type Expected } from '../rules/expected.ts';
import type { JudgeContext } from '../rules/rule.ts';
import { servingRecords, type Reached, type Serving } from '../rules/serving.ts';
import { otherListeners } from '../rules/port-listeners.ts';
import { isPlain } from '../rules/site-attempts.ts';
import { agentSiteId } from '../rules/site-endpoints.ts';
import { inStores, sameStore, storeOf } from '../rules/store.ts';

/** A fact's value, or undefined where it is not known. */
export function valueOf<N extends FactName>(facts: Facts, name: N): FactValue<N> | undefined {
  const fact = facts[name];
  return fact?.state === 'known' ? (fact.value as FactValue<N>) : undefined;
}

/** All that one chain is drawn from. `undefined` is what no source could tell, `null` what is not there. */
export interface ChainFacts {
  serving: Serving;
  now: string;
  fqdn: string | null;
  /** The record that serves the clients of this endpoint. */
  record: HttpSysRecord | null;
  /** The record's certificate in the record's own store. */
  recordCertificate: Certificate | null | undefined;
  registryDiffers: boolean;
  siteName: string;
  siteState: string | undefined;
  /** What IIS shows for the endpoint's binding. */
  shown: IisViewBinding | undefined;
  shownInStore: boolean | undefined;
  expected: Expected | null;
  certificate: Certificate | null | undefined;
  attempts: HandshakeAttempt[] | undefined;
  /** How a handshake ended that sent no name of a binding by name: it is not meant for such clients. */
  unnamed: HandshakeOutcome | null;
  /** Another program than HTTP.SYS listens on its port. */
  portTaken: boolean;
  /** The endpoint's certificate, where it could serve this server. */
  usable: string | null;
}

/** @param context the same object for all chains, so that what is asked of it twice is remembered */
export function chainFacts(serving: Serving, result: Result, context: JudgeContext): ChainFacts {
  const { facts } = result;
  const { now, fqdn } = context;
  const key = endpointKey(serving.site.endpoint);
  const certificates = valueOf(facts, 'certificates');
  const iisView = valueOf(facts, 'iisView');
  const viewSite = iisView?.sites.find(({ id }) => id === agentSiteId);
  const shown = viewSite?.bindings.find((binding) =>
    endpointsOfBinding(binding).some((each) => endpointKey(each) === key),
  );
  const expected = expectedCertificate(serving.site, { iisView, certificates }, context);
  const record = servingRecords(serving)[0] ?? null;
  const inStore = (thumbprint: string | null | undefined) =>
    certificates && thumbprint ? inStores(certificates, thumbprint) : undefined;
  const recordCertificate =
    record && certificates
      ? (inStore(record.thumbprint)?.find(({ store }) => sameStore(store, storeOf(record))) ?? null)
      : undefined;
  const handshakes = valueOf(facts, 'handshakes')?.attempts;
  return {
    serving,
    now,
    fqdn,
    record,
    recordCertificate,
    registryDiffers: registryDiffers(record, key, result),
    siteName: valueOf(facts, 'iisConfig')?.sites.find(({ id }) => id === agentSiteId)?.name ?? '',
    siteState: viewSite?.state,
    shown,
    shownInStore: shown?.certificate
      ? inStore(shown.certificate)?.length !== 0 && certificates !== undefined
      : undefined,
    expected,
    certificate:
      certificates === undefined ? undefined : (inStore(expected?.thumbprint ?? record?.thumbprint)?.[0] ?? null),
    attempts: attemptsOf(serving, serving.meant, fqdn, handshakes),
    unnamed:
      attemptsOf(serving, serving.others, fqdn, handshakes)?.find(
        (attempt) => isPlain(attempt) && attempt.serverName === null && attempt.outcome !== 'completed',
      )?.outcome ?? null,
    portTaken: otherListeners(valueOf(facts, 'listeners') ?? [], serving.site.endpoint.port).length > 0,
    usable: usableOf(certificates, expected?.thumbprint ?? record?.thumbprint, context),
  };
}

/** Valid, with its key, for the name of this server, and not known to be untrusted. */
function usableOf(
  certificates: Certificates | undefined,
  thumbprint: string | null | undefined,
  context: JudgeContext,
): string | null {
  const fitting = certificates === undefined ? [] : matchingCertificates(certificates, context);
  const own = fitting.find((one) => one.thumbprint === thumbprint && one.chain !== 'untrusted');
  return own?.thumbprint ?? null;
}

/** Host names are compared without regard to case. */
const sameName = (a: string | null, b: string | null): boolean =>
  a !== null && b !== null && a.toLowerCase() === b.toLowerCase();

/** The attempts that sent the server's own name. */
export const byOwnName = ({ attempts, fqdn }: Pick<ChainFacts, 'attempts' | 'fqdn'>): HandshakeAttempt[] =>
  attempts?.filter(({ serverName }) => sameName(serverName, fqdn)) ?? [];

/** Whether a reboot would bring back another certificate for this endpoint than the one that is live. */
function registryDiffers(record: HttpSysRecord | null, key: string, { facts }: Result): boolean {
  const registry = valueOf(facts, 'httpSysRegistry');
  if (registry === undefined) return false;
  const kept = registry.records.find(
    ({ endpoint }) => endpointKey(endpoint) === (record ? endpointKey(record.endpoint) : key),
  );
  return (kept?.thumbprint ?? null) !== (record?.thumbprint ?? null);
}

/** A name of one label more than a binding by wildcard has. */
const isCovered = (name: string | null, host: string): boolean =>
  host.startsWith('*.') && sameName(name?.slice(name.indexOf('.')) ?? null, host.slice(1));

/** The handshakes that this endpoint's clients made: its port, its addresses, and only names that are its own. */
function attemptsOf(
  { site }: Serving,
  meant: readonly Reached[],
  fqdn: string | null,
  attempts: HandshakeAttempt[] | undefined,
): HandshakeAttempt[] | undefined {
  const addresses = new Set(meant.map(({ connection }) => connection.address));
  const names = new Set(meant.map(({ connection }) => connection.serverName?.toLowerCase() ?? null));
  return attempts?.filter(
    ({ port, address, serverName }) =>
      port === site.endpoint.port &&
      // Schannel names no address where it reached none.
      (addresses.has(address) || sameName(address, fqdn) || address === '') &&
      (names.has(serverName?.toLowerCase() ?? null) || isCovered(serverName, site.endpoint.host)),
  );
}
