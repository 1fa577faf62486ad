import 'reflect-metadata';
import { ExtendedKeyUsageExtension, SubjectAlternativeNameExtension, X509CertificateGenerator } from '@peculiar/x509';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { parseCertificate } from './certificate.ts';

const serverAuthentication = '1.3.6.1.5.5.7.3.1';

async function make(extended: boolean): Promise<Uint8Array> {
  const algorithm = { name: 'ECDSA', namedCurve: 'P-384' };
  const keys = await crypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);
  const certificate = await X509CertificateGenerator.createSelfSigned({
    name: 'CN=ps07.corp.example, O="Corp, Inc."',
    serialNumber: '01',
    notBefore: new Date('2026-01-01T00:00:00Z'),
    notAfter: new Date('2027-01-01T00:00:00Z'),
    signingAlgorithm: { ...algorithm, hash: 'SHA-384' },
    keys,
    extensions: extended
      ? [
          new SubjectAlternativeNameExtension([
            { type: 'dns', value: 'ps07.corp.example' },
            { type: 'ip', value: '10.0.0.7' },
            { type: 'email', value: 'a@b.example' },
          ]),
          new ExtendedKeyUsageExtension([serverAuthentication]),
        ]
      : [],
  });
  return new Uint8Array(certificate.rawData);
}

describe('a certificate', () => {
  let der = new Uint8Array();
  beforeAll(async () => {
    der = Uint8Array.from(await make(true));
  });

  test('says its names, dates, usage, key and signature', () => {
    expect(parseCertificate(der)).toEqual({
      ok: true,
      notes: [],
      value: {
        subject: 'CN=ps07.corp.example, O=Corp\\, Inc.',
        issuer: 'CN=ps07.corp.example, O=Corp\\, Inc.',
        notBefore: '2026-01-01T00:00:00.000Z',
        notAfter: '2027-01-01T00:00:00.000Z',
        dns: ['ps07.corp.example'],
        ips: ['10.0.0.7'],
        eku: [serverAuthentication],
        keyAlgorithm: 'EC',
        keyBits: 384,
        signatureHash: 'SHA-384',
      },
    });
  });

  test('without extensions has empty lists', async () => {
    expect(parseCertificate(await make(false))).toMatchObject({ ok: true, value: { dns: [], ips: [], eku: [] } });
  });

  test('that is damaged never makes it throw', () => {
    const damage = fc.tuple(fc.nat(der.length - 1), fc.nat(255));
    fc.assert(
      fc.property(fc.array(damage, { minLength: 1, maxLength: 4 }), fc.nat(der.length), (changes, length) => {
        const damaged = Uint8Array.from(der);
        for (const [at, value] of changes) damaged[at] = value;
        expect(parseCertificate(damaged.slice(0, length))).toHaveProperty('ok');
      }),
    );
  });
});

test.each([[new Uint8Array()], [Uint8Array.of(0x30, 0x80)], [new TextEncoder().encode('no certificate')]])(
  '%j is a failure',
  (bytes) => {
    expect(parseCertificate(bytes).ok).toBe(false);
  },
);
