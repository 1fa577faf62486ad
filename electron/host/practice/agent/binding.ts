import { findRecord, hasUsableKey, replaceRecord } from '../http-sys.ts';
import { iisRecord, rememberCertificate } from '../iis.ts';
import type { StoredCertificate } from '../model/certificates.ts';
import type { World } from '../model/world.ts';
import { trustErrors } from '../trust.ts';

const endpoint = '0.0.0.0:443';

/**
 * What "Force overwrite HTTPS binding" makes the agent do: site 1 gets its https
 * binding, and HTTP.SYS a record of IIS with the site server's certificate.
 */
export function overwriteBinding(world: World, now: Date): void {
  const site = world.iis.sites.find(({ id }) => id === 1);
  const certificate = siteServerCertificate(world, now);
  if (site === undefined || certificate === undefined) return;
  if (!site.bindings.some(({ protocol }) => protocol === 'https')) {
    site.bindings.push({ protocol: 'https', bindingInformation: '*:443:', sslFlags: 0, shown: null });
  }
  const current = findRecord(world.httpSys.live, endpoint);
  const wanted = iisRecord(endpoint, certificate);
  if (current?.hash === wanted.hash && current.appId === wanted.appId) return;
  if (replaceRecord(world, wanted, now) === 0) rememberCertificate(world, endpoint);
}

/** The certificate that a policy installs: in MY, with its key, and nothing against it. */
const siteServerCertificate = (world: World, now: Date): StoredCertificate | undefined =>
  world.certificates.find(
    (one) => one.store === 'MY' && hasUsableKey(one) && trustErrors(world, one.der, now).length === 0,
  );
