import type { IisBinding } from '../model/facts/iis.ts';
import { canonicalAddress } from '../httpsys/address.ts';

/** The attributes of a `<binding>` element, as IIS writes them. */
export interface BindingAttributes {
  protocol?: string;
  bindingInformation?: string;
  sslFlags?: string;
}

/**
 * A http or https binding from its element's attributes; null for other
 * protocols and for a binding that has no `address:port:host`. Read from the
 * right, because an IPv6 address holds colons; `*` and nothing are `*`.
 */
export function readBinding(attributes: BindingAttributes): IisBinding | null {
  const protocol = attributes.protocol?.trim().toLowerCase();
  const match = /^(.*):(\d{1,5}):([^:]*)$/u.exec(attributes.bindingInformation?.trim() ?? '');
  if ((protocol !== 'http' && protocol !== 'https') || !match) return null;
  const [, address = '', port = '', host = ''] = match;
  if (!isPort(Number(port))) return null;
  return {
    protocol,
    address: address === '' ? '*' : (canonicalAddress(address) ?? address),
    port: Number(port),
    host: host.trim(),
    sslFlags: readFlags(attributes.sslFlags) ?? 0,
  };
}

/** What is wrong with a http or https binding, to follow what it is called; null when nothing is. */
export function problemOfBinding({ protocol, bindingInformation = '', sslFlags }: BindingAttributes): string | null {
  if (!/^https?$/iu.test(protocol?.trim() ?? '')) return null;
  const port = /:(\d{1,5}):[^:]*$/u.exec(bindingInformation.trim())?.[1];
  if (port === undefined) return `is not address:port:host: ${bindingInformation}`;
  if (!isPort(Number(port))) return `has a port that there is not, and is left out: ${bindingInformation}`;
  const flags = readFlags(sslFlags);
  if (flags === null) return `has sslFlags that are not known, and is read without: ${sslFlags}`;
  return Number.isInteger(Number(sslFlags ?? 0)) ? null : `has sslFlags as words, ${sslFlags}, read as ${flags}`;
}

const isPort = (port: number): boolean => port >= 1 && port <= 65_535;

const flagNames: Readonly<Record<string, number>> = { none: 0, sni: 1, centralcertstore: 2 };

/** A number, or names separated by commas; null when it is neither. */
function readFlags(text = ''): number | null {
  if (Number.isInteger(Number(text))) return Number(text);
  const bits = text.split(',').map((name) => flagNames[name.trim().toLowerCase()]);
  return bits.reduce<number | null>((all, bit) => (all === null || bit === undefined ? null : all | bit), 0);
}
