import type { SslRecord } from '../../model/http-sys.ts';

/** Raised for a value that netsh answers with error 87. */
export class BadParameter extends Error {}

export interface SslParameter {
  name: string;
  /** The first build whose help lists it. */
  since: number;
  /** As the help writes the value. */
  value: 'enable|disable' | '<string>' | '<u-int>';
  apply(record: SslRecord, value: string, build: number): void;
}

function onOff(value: string): boolean {
  if (!/^(?:enable|disable)$/iu.test(value)) throw new BadParameter();
  return value.toLowerCase() === 'enable';
}

function withBit(bits: number, bit: number, on: boolean): number {
  return on ? bits | bit : bits & ~bit;
}

/** An explicit zero is error 87 on Server 2025. */
function time(value: string, build: number): number {
  if (!/^\d{1,10}$/u.test(value)) throw new BadParameter();
  const number = Number(value);
  if (number > 0xffffffff || (number === 0 && build >= 26100)) throw new BadParameter();
  return number;
}

const flag = (name: string, since: number, bit: number): SslParameter => ({
  name,
  since,
  value: 'enable|disable',
  apply(record, value) {
    record.flags = withBit(record.flags, bit, onOff(value));
  },
});

const check = (name: string, bit: number, setBy: boolean): SslParameter => ({
  name,
  since: 0,
  value: 'enable|disable',
  apply(record, value) {
    record.checkMode = withBit(record.checkMode, bit, onOff(value) === setBy);
  },
});

const text = (name: string, apply: (record: SslRecord, value: string) => void): SslParameter => ({
  name,
  since: 0,
  value: '<string>',
  apply,
});

const hash = text('certhash', (record, value) => {
  // A hidden U+200E copied with the thumbprint ends here, as it does on Windows.
  if (!/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/iu.test(value)) throw new BadParameter();
  record.hash = value.toUpperCase();
});

const legacyTls: SslParameter = {
  ...flag('disablelegacytls', 17763, 0x400),
  apply(record, value, build) {
    // Server 2019 lists it in its help and rejects it.
    if (build < 20348) throw new BadParameter();
    record.flags = withBit(record.flags, 0x400, onOff(value));
  },
};

/** What add and update take besides endpoint and appid, in the order of netsh's help. */
export const sslParameters: readonly SslParameter[] = [
  hash,
  text('certstorename', (record, value) => void (record.store = value)),
  check('verifyclientcertrevocation', 1, false),
  check('verifyrevocationwithcachedclientcertonly', 2, true),
  check('usagecheck', 0x10000, false),
  {
    name: 'revocationfreshnesstime',
    since: 0,
    value: '<u-int>',
    apply(record, value, build) {
      record.freshness = time(value, build);
      record.checkMode = withBit(record.checkMode, 4, record.freshness > 0);
    },
  },
  {
    name: 'urlretrievaltimeout',
    since: 0,
    value: '<u-int>',
    apply: (record, value, build) => void (record.urlTimeout = time(value, build)),
  },
  text('sslctlidentifier', (record, value) => void (record.ctlIdentifier = value)),
  text('sslctlstorename', (record, value) => void (record.ctlStore = value)),
  flag('dsmapperusage', 0, 1),
  flag('clientcertnegotiation', 0, 2),
  flag('reject', 17763, 8),
  flag('disablehttp2', 17763, 0x10),
  flag('disablequic', 17763, 0x20),
  legacyTls,
  flag('disabletls12', 17763, 0x1000),
  flag('disabletls13', 17763, 0x40),
  flag('disableocspstapling', 17763, 0x80),
  flag('enabletokenbinding', 20348, 0x100),
  flag('logextendedevents', 20348, 0x200),
  flag('enablesessionticket', 20348, 0x800),
  flag('disablesessionid', 26100, 0x4000),
];
