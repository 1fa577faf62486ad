import type { Certificate } from '../../../shared/model/facts/tls.ts';

/** Extended key usages under which a server may use a certificate (RFC 5280: serverAuth, any). */
const serverUsages = ['1.3.6.1.5.5.7.3.1', '2.5.29.37.0'];

/** The stores that IIS offers for a binding. */
const bindableStores = ['MY', 'WEBHOSTING'];

const day = (time: string): string => time.slice(0, 10);

/** Why a certificate cannot be bound, or null when it can. */
export function whyExcluded(certificate: Certificate, now: string): string | null {
  const { store, notBefore, notAfter, privateKey, eku } = certificate;
  const at = Date.parse(now);
  if (!bindableStores.includes(store.toUpperCase()))
    return `it lies in the store ${store}, which IIS does not bind from`;
  if (Date.parse(notAfter) <= at) return `it ended on ${day(notAfter)}`;
  if (Date.parse(notBefore) > at) return `it begins on ${day(notBefore)}`;
  if (privateKey === 'missing') return 'it has no private key on this server';
  if (privateKey === 'unusable') return 'its private key cannot be used';
  if (eku.length > 0 && !eku.some((usage) => serverUsages.includes(usage)))
    return 'it is not meant for servers (no Server Authentication)';
  return null;
}

/** Until when it is valid, and what KB241066 says of a short rest. */
export const untilWords = ({ notAfter }: Certificate, short: boolean): string =>
  short
    ? `it ends on ${day(notAfter)}, in less than the 30 days that KB241066 asks for`
    : `it is valid until ${day(notAfter)}`;
