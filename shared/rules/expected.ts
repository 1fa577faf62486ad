import { matchHostName } from '../httpsys/names.ts';
import { endpointsOfBinding, endpointKey } from '../httpsys/endpoint.ts';
import type { IisView } from '../model/facts/iis.ts';
import type { Certificate, Certificates } from '../model/facts/tls.ts';
import { remember } from './remember.ts';
import type { JudgeContext } from './rule.ts';
import { agentSiteId, type SiteEndpoint } from './site-endpoints.ts';
import { inStores, sameStore } from './store.ts';

/** Server Authentication and any usage; a certificate without the extension may serve too (KB241066, RFC 5280). */
const servingUsages = ['1.3.6.1.5.5.7.3.1', '2.5.29.37.0'];

/** Whether a certificate's extended key usage lets it serve. */
export const allowsServing = ({ eku }: Pick<Certificate, 'eku'>): boolean =>
  eku.length === 0 || eku.some((usage) => servingUsages.includes(usage));

/**
 * The certificates of any store that could serve the server's own name: valid
 * now, key not known to be missing or unusable, not excluded from server
 * authentication, and made for the FQDN (KB241066, KB191688). None when the FQDN
 * is not known.
 */
const fittingCertificates = remember((certificates: Certificates, context: JudgeContext) => {
  const { fqdn, now } = context;
  if (fqdn === null) return [];
  return certificates.items.filter(
    (certificate) =>
      Date.parse(certificate.notBefore) <= Date.parse(now) &&
      Date.parse(now) <= Date.parse(certificate.notAfter) &&
      !['missing', 'unusable'].includes(certificate.privateKey) &&
      allowsServing(certificate) &&
      matchHostName(certificate, fqdn) !== 'none',
  );
});

/** Those of them in MY, where IIS and HTTP.SYS look first: what a binding could be given. */
export const matchingCertificates = (certificates: Certificates, context: JudgeContext): Certificate[] =>
  fittingCertificates(certificates, context).filter(({ store }) => sameStore(store, 'MY'));

/** The certificates that IIS shows for the agent's site, by `endpointKey`. */
const shownByIis = remember(({ sites }: IisView) => {
  const shown = new Map<string, string>();
  for (const binding of sites.find(({ id }) => id === agentSiteId)?.bindings ?? []) {
    if (binding.certificate === null) continue;
    for (const endpoint of endpointsOfBinding(binding)) shown.set(endpointKey(endpoint), binding.certificate);
  }
  return shown;
});

/** Which certificate an endpoint should have, and which source says so. */
export interface Expected {
  thumbprint: string;
  source: 'IIS' | 'store';
}

/** What of the facts decides the expected certificate; either may be unknown. */
export interface ExpectedFrom {
  iisView?: IisView | undefined;
  certificates?: Certificates | undefined;
}

/**
 * The certificate that an endpoint of the agent's site should have: the one that
 * IIS shows for its binding, else the one of MY when no other on the machine could
 * serve the server's own name; null when neither tells. IIS's view is a copy that
 * it does not refresh (KB172128), so a certificate that is in no store any more is
 * not expected, even where IIS still shows it.
 */
export function expectedCertificate(
  site: SiteEndpoint,
  { iisView, certificates }: ExpectedFrom,
  context: JudgeContext,
): Expected | null {
  // Its certificate is a file of the Central Certificate Store, which nobody reads here.
  if (site.endpoint.kind === 'ccs') return null;
  const shown = iisView && shownByIis(iisView).get(endpointKey(site.endpoint));
  if (shown && (certificates === undefined || inStores(certificates, shown).length > 0)) {
    return { thumbprint: shown, source: 'IIS' };
  }
  if (certificates === undefined) return null;
  const fitting = new Set(fittingCertificates(certificates, context).map(({ thumbprint }) => thumbprint));
  const [only] = matchingCertificates(certificates, context);
  return only && fitting.size === 1 ? { thumbprint: only.thumbprint, source: 'store' } : null;
}

/** An expected certificate for a sentence: who says so. */
export const expectedSource = ({ source }: Expected): string =>
  source === 'IIS' ? 'IIS shows' : 'is the only one of this machine that fits its name';
