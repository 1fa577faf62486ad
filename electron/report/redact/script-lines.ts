import type { PrintedCertificate, RedactedCertificate } from '../../host/printed-certificate.ts';
import { readCertificate } from './read-certificate.ts';

/** What is done with the strings of a JSON document and the certificates in it. */
export interface JsonVisitor {
  text(value: string): string;
  certificate(found: RedactedCertificate): PrintedCertificate;
}

const mayBeJson = /^\s*[[{"].*[\]}"]\s*$/u;
const mayBeDer = /^MI[A-Za-z\d+/]{80,}={0,2}$/u;

/**
 * A line that is a JSON document as a whole, as the product's scripts print
 * them, with its strings changed; null when the line is something else.
 */
export function changeJsonLine(line: string, visitor: JsonVisitor): string | null {
  if (!mayBeJson.test(line)) return null;
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return null;
  }
  // ASCII alone, as the scripts write it: a code page can damage nothing else.
  return JSON.stringify(changeJson(value, visitor)).replace(
    /[\u007f-\uffff]/gu,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** A document with its strings changed; base64 of a certificate becomes what the visitor makes of it. */
export function changeJson(value: unknown, visitor: JsonVisitor): unknown {
  if (typeof value === 'string') {
    const certificate = mayBeDer.test(value) ? readCertificate(Buffer.from(value, 'base64')) : null;
    return certificate === null ? visitor.text(value) : visitor.certificate(certificate);
  }
  if (Array.isArray(value)) return value.map((each) => changeJson(each, visitor));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [visitor.text(key), changeJson(each, visitor)]));
}
