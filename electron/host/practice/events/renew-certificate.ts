import { X509Certificate } from 'node:crypto';
import type { World } from '../model/world.ts';
import { certificateOf, findRecord } from '../http-sys.ts';
import { loadAuthority } from '../scenarios/authority.ts';

/**
 * The authority renews the certificate that 0.0.0.0:443 names: the old one leaves
 * the store, and the record stays on the old hash, as without "Automatic Rebind
 * of Renewed Certificate".
 */
export async function renewCertificate(world: World): Promise<(world: World) => string> {
  const record = findRecord(world.httpSys.live, '0.0.0.0:443');
  const old = record && certificateOf(world, record);
  const root = world.certificates.find(({ store }) => store === 'Root');
  if (old === undefined || root === undefined) return () => 'No certificate of this server is there to be renewed.';
  const { subject, subjectAltName = '' } = new X509Certificate(Buffer.from(old.der, 'base64'));
  const dns = [...subjectAltName.matchAll(/DNS:([^,\s]+)/gu)].map(([, name = '']) => name);
  const renewed = await (
    await loadAuthority(root)
  ).issue({ subject: subject.replaceAll('\n', ', '), dns, validDays: [0, 365] });
  return (draft) => {
    draft.certificates = [...draft.certificates.filter(({ hash }) => hash !== old.hash), renewed];
    return `The certificate ${old.hash} was renewed: the store now holds ${renewed.hash} instead.`;
  };
}
