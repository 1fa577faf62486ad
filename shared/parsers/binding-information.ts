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
  const sslFlags = Number(attributes.sslFlags ?? 0);
  return {
    protocol,
    address: address === '' ? '*' : (canonicalAddress(address) ?? address),
    port: Number(port),
    host: host.trim(),
    sslFlags: Number.isInteger(sslFlags) ? sslFlags : 0,
  };
}
