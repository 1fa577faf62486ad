import type { SslRecord } from '../../model/http-sys.ts';

const enabled = (on: boolean) => (on ? 'Enabled' : 'Disabled');
const set = (record: SslRecord, bit: number) => ((record.flags & bit) === 0 ? 'Not Set' : 'Set');

/**
 * What `netsh http show sslcert` prints below the endpoint, in its order, with
 * the first build that prints the line. Values are the same in every language.
 */
export const sslFields = [
  { name: 'hash', since: 0, value: (r: SslRecord) => r.hash?.toLowerCase() ?? '(null)' },
  { name: 'appId', since: 0, value: (r: SslRecord) => `{${r.appId}}` },
  { name: 'store', since: 0, value: (r: SslRecord) => r.store ?? '(null)' },
  { name: 'verifyRevocation', since: 0, value: (r: SslRecord) => enabled((r.checkMode & 1) === 0) },
  { name: 'cachedOnly', since: 0, value: (r: SslRecord) => enabled((r.checkMode & 2) !== 0) },
  { name: 'usageCheck', since: 0, value: (r: SslRecord) => enabled((r.checkMode & 0x10000) === 0) },
  { name: 'freshness', since: 0, value: (r: SslRecord) => String(r.freshness) },
  { name: 'urlTimeout', since: 0, value: (r: SslRecord) => String(r.urlTimeout) },
  { name: 'ctlIdentifier', since: 0, value: (r: SslRecord) => r.ctlIdentifier ?? '(null)' },
  { name: 'ctlStore', since: 0, value: (r: SslRecord) => r.ctlStore ?? '(null)' },
  { name: 'dsMapper', since: 0, value: (r: SslRecord) => enabled((r.flags & 1) !== 0) },
  { name: 'negotiate', since: 0, value: (r: SslRecord) => enabled((r.flags & 2) !== 0) },
  { name: 'reject', since: 17763, value: (r: SslRecord) => enabled((r.flags & 8) !== 0) },
  { name: 'noHttp2', since: 17763, value: (r: SslRecord) => set(r, 0x10) },
  { name: 'noQuic', since: 17763, value: (r: SslRecord) => set(r, 0x20) },
  { name: 'noTls12', since: 17763, value: (r: SslRecord) => set(r, 0x1000) },
  { name: 'noTls13', since: 17763, value: (r: SslRecord) => set(r, 0x40) },
  { name: 'noOcsp', since: 17763, value: (r: SslRecord) => set(r, 0x80) },
  { name: 'tokenBinding', since: 20348, value: (r: SslRecord) => set(r, 0x100) },
  { name: 'extendedLog', since: 20348, value: (r: SslRecord) => set(r, 0x200) },
  { name: 'noLegacyTls', since: 17763, value: (r: SslRecord) => set(r, 0x400) },
  { name: 'sessionTicket', since: 20348, value: (r: SslRecord) => set(r, 0x800) },
  { name: 'noSessionId', since: 26100, value: (r: SslRecord) => set(r, 0x4000) },
  { name: 'cacheHello', since: 26100, value: (r: SslRecord) => set(r, 0x8000) },
] as const;

export type SslFieldName = (typeof sslFields)[number]['name'] | SslRecord['kind'] | 'extended';
