import { B, bindings, judgeTable, records } from './rule-table.ts';
import { allHandshakes, attempt, certificate, makeStale, record } from './sample-server.ts';

judgeTable([
  ['tls.handshake', 'all complete', 'pass', () => undefined],
  ['tls.handshake', 'none', 'fail', (s) => allHandshakes(s, { outcome: 'reset' }), /the connection was reset/],
  [
    'tls.handshake',
    'some',
    'warn',
    (s) => s.handshakes.attempts.push(attempt({ address: '::1', outcome: 'refused' })),
    /3 of 4/,
  ],
  ['tls.handshake', 'none tried', 'notRun', (s) => void (s.handshakes.attempts = [])],
  [
    'tls.handshake',
    'the name of another site does not count',
    'fail',
    (s) => {
      allHandshakes(s, { outcome: 'reset' });
      s.handshakes.attempts.push(attempt({ serverName: 'intranet.corp.example' }));
    },
  ],
  ['tls.handshake', 'no https binding', 'info', (s) => bindings(s, { protocol: 'http' })],
  [
    'tls.handshake',
    'SNI only: clients without the name count',
    'warn',
    (s) => {
      bindings(s, { host: 'ps07.corp.example', sslFlags: 1 });
      s.handshakes.attempts = [
        attempt({ outcome: 'reset', thumbprint: null }),
        attempt({ serverName: 'PS07.corp.example' }),
      ];
    },
  ],
  ['tls.served', 'as HTTP.SYS and IIS say', 'pass', () => undefined],
  ['tls.served', 'nothing served', 'info', makeStale, /Does not arise/],
  [
    'tls.served',
    'another than IIS shows',
    'fail',
    (s) => {
      records(s, record('0.0.0.0:443', { thumbprint: B }));
      allHandshakes(s, { thumbprint: B });
    },
    /BBBB…BBBB; the certificate that IIS shows is AAAA…AAAA/,
  ],
  [
    'tls.served',
    'another than the record says',
    'fail',
    (s) => records(s, record('0.0.0.0:443', { thumbprint: B })),
    /not what the records of HTTP.SYS would serve/,
  ],
  ['tls.served', 'served without a record', 'fail', (s) => records(s), /not what the records/],
  [
    'tls.served',
    'not predictable',
    'warn',
    (s) => records(s, record('0.0.0.0:443'), record('*.corp.example:443')),
    /cannot be compared/,
  ],
  [
    'tls.served',
    'masked record',
    'warn',
    (s) => records(s, record('0.0.0.0:443', { thumbprint: null, thumbprintReadable: false })),
  ],
  ['tls.served', 'certificate not read', 'warn', (s) => allHandshakes(s, { thumbprint: null })],
  [
    'tls.served',
    'IIS shows none, and two certificates fit',
    'info',
    (s) => {
      s.iisView.sites[0]!.bindings = [];
      s.certificates.items.push(certificate({ thumbprint: B, store: 'WebHosting' }));
    },
    /not known/,
  ],
  ['tls.served', 'IIS shows none, and one certificate fits', 'pass', (s) => void (s.iisView.sites[0]!.bindings = [])],
  [
    'tls.served',
    'IIS still shows one that is gone: the one that fits is meant',
    'fail',
    (s) => {
      s.iisView.sites[0]!.bindings[0]!.certificate = B;
      records(s, record('0.0.0.0:443', { thumbprint: B }));
      allHandshakes(s, { thumbprint: B });
    },
    /the only one of this machine that fits its name is AAAA…AAAA/,
  ],
]);
