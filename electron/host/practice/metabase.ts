import { addRecord, deleteRecord } from './http-sys.ts';
import { iisRecord, recordEndpoint, rememberCertificate } from './iis.ts';
import type { World } from './model/world.ts';

const certificateHash = 5506;
const storeName = 5511;

/**
 * The IIS 6 metabase layer starts: for each site of which it keeps a certificate
 * hash it deletes the record of HTTP.SYS and creates it again from that hash. A
 * hash that names no usable certificate leaves no record (Microsoft KB 2025598).
 */
export function replayMetabase(world: World, now: Date): void {
  for (const { path, properties } of world.iis.customMetadata) {
    const site = world.iis.sites.find(({ id }) => path.toUpperCase() === `LM/W3SVC/${id}`);
    const text = (id: number) => properties.find((property) => property.id === id)?.value;
    const hash = text(certificateHash);
    if (site === undefined || hash === undefined) continue;
    const certificate = {
      hash: Buffer.from(hash, 'base64').toString('hex').toUpperCase(),
      store: text(storeName) ?? 'MY',
    };
    for (const binding of site.bindings) {
      if (binding.protocol !== 'https' || (binding.sslFlags & 3) !== 0) continue;
      const endpoint = recordEndpoint(binding);
      deleteRecord(world, endpoint, now);
      if (addRecord(world, iisRecord(endpoint, certificate), now) === 0) rememberCertificate(world, endpoint);
    }
  }
}
