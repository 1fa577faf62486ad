import { createHash } from 'node:crypto';

/** SHA-1 over a certificate's DER, upper-case hex: what Windows calls its thumbprint. */
export const thumbprintOf = (der: Uint8Array): string => createHash('sha1').update(der).digest('hex').toUpperCase();
