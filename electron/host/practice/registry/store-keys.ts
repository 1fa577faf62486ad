import type { StoredCertificate } from '../model/certificates.ts';
import { binary, type RegistryKey } from './registry-key.ts';

/** The certificates of the machine's stores, each with its serialized properties; a link to a private key is one of them. */
export function storeKeys(certificates: readonly StoredCertificate[]): RegistryKey[] {
  return certificates.map(({ store, hash, der, key }) => ({
    path: `HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\SystemCertificates\\${store}\\Certificates\\${hash}`,
    values: [binary('Blob', Buffer.concat([...(key === 'missing' ? [] : [keyLink]), property(32, der, 'base64')]))],
  }));
}

/** CERT_KEY_PROV_INFO_PROP_ID is 2; what is in it is not looked at here. */
const keyLink = property(2, 'Microsoft Software Key Storage Provider', 'utf16le');

function property(id: number, content: string, encoding: BufferEncoding): Buffer {
  const bytes = Buffer.from(content, encoding);
  const head = Buffer.alloc(12);
  head.writeUInt32LE(id, 0);
  head.writeUInt32LE(1, 4);
  head.writeUInt32LE(bytes.length, 8);
  return Buffer.concat([head, bytes]);
}
