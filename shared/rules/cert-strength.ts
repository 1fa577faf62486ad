import { decide, type Words } from './decide.ts';
import { judgedCertificates, noCertificate, type Judged } from './judged-certificates.ts';
import { defineRule } from './rule.ts';
import { certificateText, paragraphs, whyItMatters } from './words.ts';

export const certStrength = defineRule({
  id: 'cert.strength',
  title: 'Are key and signature of the certificate strong enough?',
  kb: ['KB440283'],
  needs: { all: ['iisConfig', 'httpSysLive', 'certificates'], any: [], also: ['iisView'] },
  concludes: {
    pass: 'RSA from 2048 bits or EC from 256 bits, signed with SHA-256 or better.',
    warn: 'SHA-1, or a key between: RSA from 1024 bits, EC below 256.',
    fail: 'MD2, MD4 or MD5, or RSA below 1024 bits.',
  },
  decisive: false,
  applicable: noCertificate,
  judge: (seen, context) => decide(judgedCertificates(seen, context).map(judgeOne))!,
});

type Grade = 'pass' | 'warn' | 'fail' | 'unknown';

function gradeOfKey(algorithm: string, bits: number): Grade {
  if (bits === 0 || !['RSA', 'EC'].includes(algorithm)) return 'unknown';
  if (algorithm === 'EC') return bits >= 256 ? 'pass' : 'warn';
  return bits >= 2048 ? 'pass' : bits >= 1024 ? 'warn' : 'fail';
}

function gradeOfHash(hash: string): Grade {
  const plain = hash.replaceAll('-', '').toUpperCase();
  if (/^MD[245]$/u.test(plain)) return 'fail';
  if (plain === 'SHA1') return 'warn';
  // Ed25519 and Ed448 bring a hash of their own; SHA-2 and SHA-3 are what is left.
  return /^(?:SHA(?:256|384|512|3)|ED\d+)/u.test(plain) ? 'pass' : 'unknown';
}

function judgeOne({ certificate, why }: Judged): Words {
  const { thumbprint, keyAlgorithm, keyBits, signatureHash } = certificate;
  const name = certificateText(certificate);
  const strength = `${keyAlgorithm} ${keyBits === 0 ? 'of unknown size' : `${keyBits} bits`}, signed with ${signatureHash}`;
  const seen = `${thumbprint}: ${strength}; ${why}.`;
  const grades = [gradeOfKey(keyAlgorithm, keyBits), gradeOfHash(signatureHash)];
  if (grades.includes('fail')) {
    return {
      status: 'fail',
      summary: `${name} is too weak: ${strength}.`,
      detail: paragraphs(
        seen,
        `Windows and TLS clients refuse such certificates; the vendor asks for RSA with SHA-256 or better (KB440283, for cloud-enabled management). ${whyItMatters}`,
        'Get a new certificate with a key of 2048 bits and SHA-256.',
      ),
    };
  }
  if (grades.includes('unknown')) {
    return {
      status: 'notRun',
      reason: 'unsupported',
      summary: `The strength of ${name} cannot be told: ${strength}.`,
      detail: `${seen} Its key or its signature is of a kind that this product does not know.`,
    };
  }
  if (grades.includes('warn')) {
    return {
      status: 'warn',
      summary: `${name} is weak by today's measure: ${strength}.`,
      detail: paragraphs(
        seen,
        'Newer clients refuse SHA-1 and short keys; the vendor asks for RSA with SHA-256 or better (KB440283, for cloud-enabled management).',
        'Ask for SHA-256 and a longer key at the next renewal.',
      ),
    };
  }
  return { status: 'pass', summary: `${name} is strong enough: ${strength}.`, detail: seen };
}
