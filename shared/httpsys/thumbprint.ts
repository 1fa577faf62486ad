import type { Thumbprint } from '../model/endpoint.ts';

/**
 * A thumbprint as people copy it: blanks and colons between the digits and the
 * invisible marks that the Windows certificate dialog adds (U+200E makes netsh
 * answer 87) are taken out. Null when what is left is no SHA-1 or SHA-256 hash.
 */
export function parseThumbprint(text: string): Thumbprint | null {
  const digits = text.replace(/[\s:\p{Cf}]/gu, '').toUpperCase();
  return /^(?:[0-9A-F]{40}|[0-9A-F]{64})$/u.test(digits) ? digits : null;
}

/** `9F2C…71AA`: enough to compare by eye, short enough for a sentence. */
export function shortThumbprint(thumbprint: Thumbprint): string {
  return `${thumbprint.slice(0, 4)}…${thumbprint.slice(-4)}`;
}
