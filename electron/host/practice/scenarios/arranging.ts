import type { StoredCertificate } from '../model/certificates.ts';
import type { SslRecord } from '../model/http-sys.ts';
import type { Site } from '../model/iis.ts';
import type { World } from '../model/world.ts';
import type { PackageServer } from './package-server.ts';

/** The endpoint that the sites of a practice server share. */
export const shared443 = '0.0.0.0:443';

/** Changes HTTP.SYS's tables, the live one and the one in the registry, without any tool. */
export function changeTables(world: World, change: (records: SslRecord[]) => SslRecord[]): void {
  world.httpSys.live = change(world.httpSys.live);
  world.httpSys.registry = change(world.httpSys.registry);
}

export const without =
  (endpoint: string) =>
  (records: SslRecord[]): SslRecord[] =>
    records.filter((record) => record.endpoint !== endpoint);

/** Another certificate takes the place of the server's own: in the store, in HTTP.SYS and in what IIS shows. */
export function useCertificate({ world, certificate }: PackageServer, other: StoredCertificate): void {
  world.certificates = world.certificates.map((one) => (one === certificate ? other : one));
  changeTables(world, (records) =>
    records.map((record) => (record.hash === certificate.hash ? { ...record, hash: other.hash } : record)),
  );
  for (const binding of world.iis.sites.flatMap(({ bindings }) => bindings)) {
    if (binding.shown !== null) binding.shown = { hash: other.hash, store: other.store };
  }
}

/** The site that the agent uses. */
export function siteOne({ iis }: World): Site {
  const site = iis.sites.find(({ id }) => id === 1);
  if (site === undefined) throw new Error('A scenario begins with site 1.');
  return site;
}

/** Site 1's https binding becomes this one, which shows the certificate. */
export function bindHttps(
  world: World,
  bindingInformation: string,
  sslFlags: number,
  shown: StoredCertificate | null,
): void {
  const binding = siteOne(world).bindings.find(({ protocol }) => protocol === 'https');
  if (binding === undefined) throw new Error('A scenario begins with an https binding.');
  Object.assign(binding, { bindingInformation, sslFlags, shown: shown && { hash: shown.hash, store: shown.store } });
}
