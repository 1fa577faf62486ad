import type { PrintedCertificate, RedactedCertificate } from '../../host/printed-certificate.ts';

/** What is done with everything that an answer or a document holds; what comes back takes its place. */
export interface Visitor {
  /** @param key the name under which the text stands in a JSON document */
  text(value: string, key?: string): string;
  /** What is readable in bytes that are no text as a whole. */
  readable(value: string): string;
  /** Without its DER, which would tell every name again. */
  certificate(found: RedactedCertificate): PrintedCertificate;
}
