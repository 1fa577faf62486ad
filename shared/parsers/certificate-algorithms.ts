import type { PublicKey, X509Certificate } from '@peculiar/x509';

/** `RSA` or `EC` and the size; other algorithms by the library's name, 0 bits when the size is not told. */
export function keyOf(key: PublicKey): { keyAlgorithm: string; keyBits: number } {
  const algorithm: Algorithm & { modulusLength?: number; namedCurve?: string } = key.algorithm;
  if (/^RSA/iu.test(algorithm.name)) return { keyAlgorithm: 'RSA', keyBits: algorithm.modulusLength ?? 0 };
  if (!/^EC/iu.test(algorithm.name)) return { keyAlgorithm: algorithm.name, keyBits: 0 };
  // Curves carry their size in their name: P-256, brainpoolP384r1.
  return { keyAlgorithm: 'EC', keyBits: Number(/\d{3}/u.exec(algorithm.namedCurve ?? '')?.[0] ?? 0) };
}

/** Signatures that the library does not know by name (RFC 3279). */
const oldSignatures: Readonly<Record<string, string>> = {
  '1.2.840.113549.1.1.2': 'MD2',
  '1.2.840.113549.1.1.4': 'MD5',
};

/** `SHA-256`, `SHA-1`, `MD5` …; where a signature has no hash of its own, the algorithm's name. */
export function signatureHashOf(certificate: X509Certificate): string {
  const algorithm: Algorithm & { hash?: Algorithm } = certificate.signatureAlgorithm;
  return algorithm.hash?.name ?? oldSignatures[algorithm.name] ?? algorithm.name;
}
