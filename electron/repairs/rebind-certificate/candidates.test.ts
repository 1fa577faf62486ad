import { describe, expect, it } from 'vitest';
import type { Certificate } from '../../../shared/model/facts/tls.ts';
import { rankCertificates, type Circumstances } from './candidates.ts';
import { chooseCertificate } from './choose-certificate.ts';

const about: Circumstances = { now: '2026-01-31T00:00:00Z', fqdn: 'ps07.corp.example', had: null };
let number = 0;

function certificate(change: Partial<Certificate> = {}): Certificate {
  return {
    store: 'MY',
    thumbprint: (++number).toString(16).toUpperCase().padStart(40, '0'),
    subject: `CN=${number}`,
    issuer: 'CN=Root',
    notBefore: '2025-01-01T00:00:00Z',
    notAfter: '2027-01-01T00:00:00Z',
    dns: ['ps07.corp.example'],
    ips: [],
    eku: ['1.3.6.1.5.5.7.3.1'],
    keyAlgorithm: 'EC',
    keyBits: 256,
    signatureHash: 'sha256',
    privateKey: 'usable',
    chain: 'trusted',
    chainDetail: '',
    ...change,
  };
}

const choose = (all: Certificate[], circumstances = about, wanted: string | null = null) =>
  chooseCertificate(all, rankCertificates(all, circumstances), wanted, circumstances);

describe('rankCertificates', () => {
  it.each<[string, Partial<Certificate>, Partial<Certificate>]>([
    ['30 days left (KB241066)', { dns: ['other'] }, { notAfter: '2026-02-20T00:00:00Z' }],
    ['the name', {}, { dns: ['other'] }],
    ['a name in the SAN before one in the CN', {}, { dns: [], subject: 'CN=ps07.corp.example' }],
    ['a tested key', {}, { privateKey: 'unknown' }],
    ['a trusted issuer', {}, { chain: 'untrusted', notAfter: '2036-01-01T00:00:00Z' }],
    ['the longer validity', { notAfter: '2027-01-02T00:00:00Z' }, {}],
  ])('puts first what has %s', (_what, better, worse) => {
    const [good, bad] = [certificate(better), certificate(worse)];
    for (const all of [
      [good, bad],
      [bad, good],
    ]) {
      expect(rankCertificates(all, about).map((one) => one.certificate)).toEqual([good, bad]);
    }
  });

  it('puts the one that IIS shows before a better name', () => {
    const [had, named] = [certificate({ dns: ['alias'] }), certificate()];
    const ranked = rankCertificates([named, had], { ...about, had: had.thumbprint });
    expect(ranked[0]).toMatchObject({ certificate: had, clear: true });
    expect(ranked[0]?.reasons[0]).toBe('IIS shows it for this binding');
  });

  it.each<[Partial<Certificate>, string]>([
    [{ notAfter: '2026-01-30T00:00:00Z' }, 'it ended on 2026-01-30'],
    [{ notBefore: '2026-02-01T00:00:00Z' }, 'it begins on 2026-02-01'],
    [{ privateKey: 'missing' }, 'no private key'],
    [{ privateKey: 'unusable' }, 'cannot be used'],
    [{ eku: ['1.3.6.1.5.5.7.3.2'] }, 'no Server Authentication'],
    [{ store: 'Root' }, 'store Root'],
  ])('leaves out %j and says why when it is asked for', (change, why) => {
    const bad = certificate(change);
    expect(rankCertificates([bad], about)).toEqual([]);
    expect(() => choose([bad], about, bad.thumbprint)).toThrow(why);
    expect(() => choose([bad])).toThrow(why);
  });
});

it('counts a certificate once that lies in two stores, in MY', () => {
  const own = certificate();
  const ranked = rankCertificates([own, { ...own, store: 'WebHosting' }], about);
  expect(ranked).toMatchObject([{ certificate: { store: 'MY' }, clear: true }]);
});

describe('chooseCertificate', () => {
  it('takes the renewal of a certificate that is still valid', () => {
    const old = certificate({ subject: 'CN=ps07', notAfter: '2026-06-01T00:00:00Z' });
    const renewed = certificate({ subject: 'CN=ps07' });
    expect(choose([old, renewed])).toBe(renewed);
  });

  it('asks when two stand equal, and names both', () => {
    const [one, two] = [certificate(), certificate()];
    const ask = () => choose([one, two]);
    expect(ask).toThrow(expect.objectContaining({ code: 'ambiguous' }));
    expect(ask).toThrow(one.thumbprint);
    expect(ask).toThrow(two.thumbprint);
    expect(choose([one, two], about, two.thumbprint)).toBe(two);
  });

  it('asks when the only candidate is for another name', () => {
    expect(() => choose([certificate({ dns: ['other'] })])).toThrow(expect.objectContaining({ code: 'ambiguous' }));
  });

  it('says that a certificate is not there', () => {
    expect(() => choose([certificate()], about, 'F'.repeat(40))).toThrow(expect.objectContaining({ code: 'notFound' }));
  });
});
