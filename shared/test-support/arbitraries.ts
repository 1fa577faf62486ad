import fc from 'fast-check';
import type { Endpoint } from '../model/endpoint.ts';
import type { HttpSysRecord } from '../model/facts/httpsys.ts';
import { canonicalAddress } from '../httpsys/address.ts';

const port = fc.integer({ min: 1, max: 65535 });
const address = fc
  .oneof(fc.constantFrom('0.0.0.0', '::', '127.0.0.1'), fc.ipV4(), fc.ipV6())
  .map((text) => canonicalAddress(text) ?? '0.0.0.0');
const host = fc.oneof(
  fc.domain(),
  fc.domain().map((name) => `*.${name}`),
);

export const anEndpoint: fc.Arbitrary<Endpoint> = fc.oneof(
  fc.record({ kind: fc.constant('ip' as const), address, host: fc.constant(''), port }),
  fc.record({ kind: fc.constant('sni' as const), address: fc.constant(''), host, port }),
  fc.record({ kind: fc.constant('ccs' as const), address: fc.constant(''), host: fc.constant(''), port }),
);

const hex = (length: number): fc.Arbitrary<string> =>
  fc.array(fc.constantFrom(...'0123456789ABCDEF'), { minLength: length, maxLength: length }).map((all) => all.join(''));

/** Flags that every build can show and keep. */
const flags = fc.record(
  {
    verifyclientcertrevocation: fc.constant(false),
    verifyrevocationwithcachedclientcertonly: fc.constant(true),
    usagecheck: fc.constant(false),
    revocationfreshnesstime: fc.integer({ min: 1, max: 0xffffffff }),
    urlretrievaltimeout: fc.integer({ min: 1, max: 0xffffffff }),
    sslctlidentifier: fc.constantFrom('Trusted CAs', 'x'),
    sslctlstorename: fc.constantFrom('AdfsTrustedDevices', 'CA'),
    dsmapperusage: fc.constant(true),
    clientcertnegotiation: fc.constant(true),
  },
  { requiredKeys: [] },
);

const record: fc.Arbitrary<HttpSysRecord> = fc.record({
  endpoint: anEndpoint,
  thumbprint: fc.oneof(hex(40), hex(64), fc.constant(null)),
  thumbprintReadable: fc.constant(true),
  appId: fc.uuid(),
  store: fc.constantFrom('MY', 'WebHosting', null),
  flags,
  unknownFlags: fc.constant([]),
});

/** A table of records as HTTP.SYS can hold it: each endpoint once. */
export const aTable = (maxLength = 8): fc.Arbitrary<HttpSysRecord[]> =>
  fc.uniqueArray(record, {
    maxLength,
    selector: ({ endpoint }) => [endpoint.kind, endpoint.address, endpoint.host.toLowerCase(), endpoint.port].join(' '),
  });
