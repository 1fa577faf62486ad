import type { HttpSys, SslRecord } from '../model/http-sys.ts';
import { binary, dword, multiSz, sz, type RegistryKey } from './registry-key.ts';

const root = 'HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Services\\HTTP\\Parameters';
const folders = { ip: 'SslBindingInfo', sni: 'SslSniBindingInfo', ccs: 'SslCcsBindingInfo' } as const;

/** HTTP.SYS's records as the registry keeps them. The SNI and CCS keys appear with their first record. */
export function httpKeys({ registry, ipListen }: HttpSys): RegistryKey[] {
  return [
    { path: root, values: ipListen.length === 0 ? [] : [multiSz('ListenOnlyList', ipListen)] },
    { path: `${root}\\${folders.ip}`, values: [] },
    ...registry.map((record) => ({
      path: `${root}\\${folders[record.kind]}\\${record.endpoint}`,
      values: recordValues(record),
    })),
  ];
}

function recordValues(record: SslRecord): RegistryKey['values'] {
  return [
    binary('AppId', guidBytes(record.appId)),
    ...(record.hash === null ? [] : [binary('SslCertHash', Buffer.from(record.hash, 'hex'))]),
    ...(record.store === null ? [] : [sz('SslCertStoreName', record.store)]),
    dword('DefaultSslCertCheckMode', record.checkMode),
    dword('DefaultSslRevocationFreshnessTime', record.freshness),
    dword('DefaultSslRevocationUrlRetrievalTimeout', record.urlTimeout),
    ...(record.ctlIdentifier === null ? [] : [sz('DefaultSslCtlIdentifier', record.ctlIdentifier)]),
    ...(record.ctlStore === null ? [] : [sz('DefaultSslCtlStoreName', record.ctlStore)]),
    dword('DefaultFlags', record.flags),
    ...(record.kind === 'sni' ? [sz('HostnamePort', record.endpoint)] : []),
  ];
}

/** The first three groups of a GUID are little-endian in memory. */
function guidBytes(guid: string): Uint8Array {
  const bytes = Buffer.from(guid.replaceAll('-', ''), 'hex');
  bytes.subarray(0, 4).reverse();
  bytes.subarray(4, 6).reverse();
  bytes.subarray(6, 8).reverse();
  return bytes;
}
