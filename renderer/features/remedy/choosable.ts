import type { Certificate } from '../../../shared/model/facts/tls.ts';
import type { CertificateCandidate } from '../../../shared/model/wizard-state.ts';
import { choosableWords } from '../../text/remedy.ts';
import { day } from '../../../shared/map/day.ts';

/** Server Authentication (KB241066). */
const serverAuthentication = '1.3.6.1.5.5.7.3.1';

/**
 * The certificates of MY that could serve at a time: valid then, not known to be without a key, not excluded by
 * their usage. The plan judges the chosen one anew; here the longest valid comes first, and none is recommended.
 */
export function choosable(certificates: readonly Certificate[], now: string): CertificateCandidate[] {
  const time = Date.parse(now);
  return certificates
    .filter(
      ({ store, notBefore, notAfter, privateKey, eku }) =>
        store.toUpperCase() === 'MY' &&
        Date.parse(notBefore) <= time &&
        Date.parse(notAfter) >= time &&
        privateKey !== 'missing' &&
        privateKey !== 'unusable' &&
        (eku.length === 0 || eku.includes(serverAuthentication)),
    )
    .toSorted((a, b) => Date.parse(b.notAfter) - Date.parse(a.notAfter))
    .map(({ thumbprint, subject, notBefore, notAfter, dns, issuer, privateKey }) => ({
      thumbprint,
      subject,
      notAfter,
      recommended: false,
      reasons: choosableWords({ names: dns, issuer, begins: day(notBefore), privateKey }),
      doubts: [],
    }));
}
