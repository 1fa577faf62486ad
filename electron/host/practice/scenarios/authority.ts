import { createHash, createPrivateKey, webcrypto, KeyObject } from 'node:crypto';
import type * as X509 from '@peculiar/x509';
import type { StoredCertificate } from '../model/certificates.ts';

const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const;
const serverAuth = '1.3.6.1.5.5.7.3.1';
const day = 24 * 3600_000;

/** Loaded with the first certificate: a list of the scenarios needs none. */
async function library() {
  // It looks for this before its own first line.
  await import('reflect-metadata');
  return import('@peculiar/x509');
}

interface Wanted {
  /** Distinguished name, such as `CN=PS07.corp.example`. */
  subject: string;
  dns?: string[];
  /** Days from now; default: since 20 days ago, for another 345. */
  validDays?: [from: number, to: number];
  /** Extended key usage; default: server authentication. */
  usage?: string;
}

export interface Authority {
  /** The authority's own certificate, for the Root store. */
  root: StoredCertificate;
  /** A certificate for a server, issued by the authority, key usable, in MY. */
  issue(wanted: Wanted): Promise<StoredCertificate>;
}

/** A certificate authority for practice. Keys are EC P-256: an RSA key would cost 50 to 250 ms. */
export async function createAuthority(subject: string): Promise<Authority> {
  const x509 = await library();
  const keys = await createKeys();
  const certificate = await x509.X509CertificateGenerator.createSelfSigned({
    serialNumber: serial(),
    name: subject,
    ...validity([-400, 3250]),
    keys,
    signingAlgorithm: algorithm,
    extensions: [
      new x509.BasicConstraintsExtension(true, 1, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.keyCertSign | x509.KeyUsageFlags.cRLSign, true),
    ],
  });
  // The machine itself has no key of it; the practice server keeps it for a later renewal.
  return loadAuthority({ ...stored(certificate), store: 'Root', key: 'missing', privateKey: pem(keys) });
}

/** The authority again, from its root as a practice server keeps it. */
export async function loadAuthority(root: StoredCertificate): Promise<Authority> {
  const x509 = await library();
  const { subject } = new x509.X509Certificate(Buffer.from(root.der, 'base64'));
  const signingKey = await importKey(root.privateKey ?? '');
  return {
    root,
    async issue({ subject: name, dns, validDays, usage }) {
      const own = await createKeys();
      const certificate = await x509.X509CertificateGenerator.create({
        serialNumber: serial(),
        subject: name,
        issuer: subject,
        ...validity(validDays),
        publicKey: own.publicKey,
        signingKey,
        signingAlgorithm: algorithm,
        extensions: serverExtensions(x509, dns, usage),
      });
      return { ...stored(certificate), privateKey: pem(own) };
    },
  };
}

/** As a service makes its own: trusted by nobody but itself. */
export async function selfSigned({ subject, dns, validDays }: Wanted): Promise<StoredCertificate> {
  const x509 = await library();
  const keys = await createKeys();
  const certificate = await x509.X509CertificateGenerator.createSelfSigned({
    serialNumber: serial(),
    name: subject,
    ...validity(validDays),
    keys,
    signingAlgorithm: algorithm,
    extensions: serverExtensions(x509, dns),
  });
  return {
    ...stored(certificate),
    privateKey: pem(keys),
    chain: 'untrusted',
    chainStatus: ['UntrustedRoot'],
  };
}

function serverExtensions(x509: typeof X509, dns: string[] = [], usage = serverAuth): X509.Extension[] {
  return [
    new x509.KeyUsagesExtension(x509.KeyUsageFlags.digitalSignature, true),
    new x509.ExtendedKeyUsageExtension([usage]),
    ...(dns.length === 0
      ? []
      : [new x509.SubjectAlternativeNameExtension(dns.map((value) => ({ type: 'dns' as const, value })))]),
  ];
}

function stored(certificate: X509.X509Certificate): StoredCertificate {
  const der = Buffer.from(certificate.rawData);
  return {
    store: 'MY',
    hash: createHash('sha1').update(der).digest('hex').toUpperCase(),
    der: der.toString('base64'),
    key: 'usable',
    privateKey: null,
    chain: 'trusted',
    chainStatus: [],
  };
}

const createKeys = () =>
  webcrypto.subtle.generateKey(algorithm, true, ['sign', 'verify']) as Promise<webcrypto.CryptoKeyPair>;

const importKey = (text: string) =>
  webcrypto.subtle.importKey(
    'pkcs8',
    createPrivateKey(text).export({ type: 'pkcs8', format: 'der' }),
    algorithm,
    false,
    ['sign'],
  );

const pem = ({ privateKey }: webcrypto.CryptoKeyPair) =>
  KeyObject.from(privateKey).export({ type: 'pkcs8', format: 'pem' }) as string;

/** Positive, sixteen bytes. */
const serial = () =>
  `5${Buffer.from(webcrypto.getRandomValues(new Uint8Array(16)))
    .toString('hex')
    .slice(1)}`;

function validity([from, to]: [number, number] = [-20, 345]) {
  // Certificates know whole seconds.
  const now = Math.floor(Date.now() / 1000) * 1000;
  return { notBefore: new Date(now + from * day), notAfter: new Date(now + to * day) };
}
