import { shortThumbprint } from '../httpsys/thumbprint.ts';
import type { IisBinding } from '../model/facts/iis.ts';
import type { Certificate } from '../model/facts/tls.ts';

/** `a`, `a and b`, `a, b and c`; from the sixth on only how many more there are. */
export function listOf(items: readonly string[]): string {
  const all = [...new Set(items)];
  const shown = all.length > 6 ? [...all.slice(0, 5), `${all.length - 5} more`] : all;
  const last = shown.pop() ?? '';
  return shown.length === 0 ? last : `${shown.join(', ')} and ${last}`;
}

/** The parts of a detail, each a paragraph: what was seen, why it matters, what to do. */
export const paragraphs = (...parts: readonly string[]): string => parts.filter((part) => part !== '').join('\n');

/** A binding as IIS writes it, such as `*:443:` or `*:443:host`. */
export const bindingText = ({ address, port, host }: IisBinding): string =>
  `${address.includes(':') ? `[${address}]` : address}:${port}:${host}`;

/** A certificate for a summary: `CN=ps07.example (9F2C…71AA)`. */
export const certificateText = ({ subject, thumbprint }: Certificate): string =>
  `${subject === '' ? 'the certificate' : subject} (${shortThumbprint(thumbprint)})`;

/** Why HTTPS to the own web site matters to the package server, said the same way by every rule. */
export const whyItMatters =
  'A package server that cannot access its own web site by HTTPS publishes no HTTPS codebases: the symptom of KB172128.';
