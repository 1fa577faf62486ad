import { canonicalAddress } from '../httpsys/address.ts';
import { linesBelowHeading } from './netsh-lines.ts';
import { parsed, unreadable, type Parsed } from './parsed.ts';

/**
 * Reads `netsh http show iplisten`: the addresses on which HTTP.SYS listens. An
 * empty list means all of them, so a text that is cut off or is something else is
 * never taken for one.
 */
export function parseIpListen(text: string): Parsed<{ addresses: string[] }> {
  const lines = linesBelowHeading(text);
  if (lines === null) return unreadable('the text is not a whole IP listen list');
  const addresses = lines.map((line) => canonicalAddress(line.trim()));
  const known = addresses.filter((address) => address !== null);
  if (known.length < addresses.length) return unreadable('a line of the list is no address');
  return parsed({ addresses: known });
}
