import { isTooDeep } from '../../../shared/report/redact/depth.ts';
import { readCertificate } from './read-certificate.ts';
import type { Visitor } from './visitor.ts';

const mayBeJson = /^\s*[[{"].*[\]}"]\s*$/u;
const mayBeDer = /^MI[A-Za-z\d+/]{80,}={0,2}$/u;

/** What of a visitor a JSON document needs. */
export type JsonVisitor = Pick<Visitor, 'text' | 'certificate'>;

/**
 * A line that is a JSON document as a whole, as the product's scripts print
 * them, with its strings changed; null when the line is something else, or too deep
 * for a document.
 */
export function changeJsonLine(line: string, visitor: JsonVisitor): string | null {
  if (!mayBeJson.test(line)) return null;
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return null;
  }
  if (isTooDeep(value)) return null;
  const changed = JSON.stringify(changeJson(value, visitor));
  if (changed === JSON.stringify(value)) return line;
  // ASCII alone, as the scripts write it: a code page can damage nothing else.
  return changed.replace(
    /[\u007f-\uffff]/gu,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/**
 * A document with its strings changed, each with the name that it stands under;
 * base64 of a certificate becomes what the visitor makes of it. It is not too deep.
 */
export function changeJson(value: unknown, visitor: JsonVisitor, key?: string): unknown {
  if (typeof value === 'string') {
    const certificate = mayBeDer.test(value) ? readCertificate(Buffer.from(value, 'base64')) : null;
    return certificate === null ? visitor.text(value, key) : visitor.certificate(certificate);
  }
  if (Array.isArray(value)) return value.map((each) => changeJson(each, visitor, key));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, each]) => [visitor.text(name), changeJson(each, visitor, name)]),
  );
}
