import { findRecord } from './http-sys.ts';
import type { SslRecord } from './model/http-sys.ts';

/**
 * The record that HTTP.SYS uses for a handshake, in Microsoft's order: exact
 * address, exact SNI name, central store, `[::]` (IPv6 alone), `0.0.0.0` (both).
 * Where a wildcard name stands is not documented; here it follows the exact name.
 */
export function servingRecord(
  records: readonly SslRecord[],
  address: string,
  port: number,
  serverName: string | null,
): SslRecord | undefined {
  const v6 = address.includes(':');
  const candidates = [v6 ? `[${address}]:${port}` : `${address}:${port}`];
  if (serverName !== null) {
    candidates.push(`${serverName}:${port}`, `${serverName.replace(/^[^.]*/u, '*')}:${port}`);
  }
  candidates.push(`${port}`);
  if (v6) candidates.push(`[::]:${port}`);
  candidates.push(`0.0.0.0:${port}`);
  for (const endpoint of candidates) {
    const record = findRecord(records, endpoint);
    if (record !== undefined) return record;
  }
  return undefined;
}
