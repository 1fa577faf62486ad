import { B, bindings, judgeTable, one, records } from './rule-table.ts';
import { makeStale, record } from './sample-server.ts';

judgeTable([
  ['cert.present', 'in its store', 'pass', () => undefined],
  ['cert.present', 'store (null) is MY', 'pass', (s) => records(s, record('0.0.0.0:443', { store: null }))],
  ['cert.present', 'gone', 'fail', makeStale, /BBBB…BBBB.*no certificate store/],
  ['cert.present', 'MY is empty', 'fail', (s) => void (s.certificates.items = [])],
  ['cert.present', 'in another store', 'warn', (s) => one(s, { store: 'WebHosting' }), /WebHosting, not in MY/],
  ['cert.present', 'record without a hash', 'fail', (s) => records(s, record('0.0.0.0:443', { thumbprint: null }))],
  [
    'cert.present',
    'masked hash',
    'notRun',
    (s) => records(s, record('0.0.0.0:443', { thumbprint: null, thumbprintReadable: false })),
  ],
  [
    'cert.present',
    'a store that was not read',
    'notRun',
    (s) => records(s, record('0.0.0.0:443', { store: 'Special', thumbprint: B })),
  ],
  ['cert.present', 'no record', 'info', (s) => records(s), /Does not arise/],
  [
    'cert.present',
    'central certificate store',
    'info',
    (s) => {
      bindings(s, { sslFlags: 2 });
      records(s, record('443', { thumbprint: null, store: null }));
    },
  ],
  [
    'cert.present',
    'one of two gone',
    'fail',
    (s) => {
      bindings(s, {}, { port: 8443 });
      records(s, record('0.0.0.0:443'), record('0.0.0.0:8443', { thumbprint: B }));
    },
  ],
  ['cert.privateKey', 'usable', 'pass', () => undefined],
  ['cert.privateKey', 'missing', 'fail', (s) => one(s, { privateKey: 'missing' }), /is missing/],
  ['cert.privateKey', 'unusable', 'fail', (s) => one(s, { privateKey: 'unusable' }), /cannot be used/],
  ['cert.privateKey', 'not tried', 'warn', (s) => one(s, { privateKey: 'present' })],
  ['cert.privateKey', 'not told', 'warn', (s) => one(s, { privateKey: 'unknown' })],
  ['cert.privateKey', 'of the one IIS shows, when the record is stale', 'pass', makeStale, /AAAA…AAAA/],
  ['cert.privateKey', 'nothing to judge', 'info', (s) => void (s.certificates.items = []), /Does not arise/],
  ['cert.validity', 'valid', 'pass', () => undefined],
  ['cert.validity', 'expired', 'fail', (s) => one(s, { notAfter: '2026-03-01T09:59:59.000Z' }), /has expired/],
  ['cert.validity', 'not yet', 'fail', (s) => one(s, { notBefore: '2026-03-02T00:00:00.000Z' }), /not valid yet/],
  ['cert.validity', '29 days left', 'warn', (s) => one(s, { notAfter: '2026-03-30T10:00:00.000Z' }), /within 30 days/],
  ['cert.validity', '30 days left', 'pass', (s) => one(s, { notAfter: '2026-03-31T10:00:00.000Z' })],
  ['cert.validity', 'a date that is none', 'notRun', (s) => one(s, { notAfter: 'soon' })],
  ['cert.name', 'in the alternative names', 'pass', () => undefined],
  ['cert.name', 'only as subject', 'warn', (s) => one(s, { dns: [] }), /only as its subject/],
  ['cert.name', 'external name only', 'fail', (s) => one(s, { dns: ['packages.example.org'] }), /not made for/],
]);
