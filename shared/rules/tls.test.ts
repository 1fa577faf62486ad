import { B, bindings, judgeTable, records } from './rule-table.ts';
import type { HandshakeAttempt } from '../model/facts/tls.ts';
import { allHandshakes, attempt, certificate, makeStale, record, type SoundServer } from './sample-server.ts';

const protocols = (server: SoundServer, set: SoundServer['schannel']['protocols']) =>
  void (server.schannel.protocols = set);
const of =
  (wanted: HandshakeAttempt['client']) =>
  (server: SoundServer, change: Partial<HandshakeAttempt>): void => {
    const { attempts } = server.handshakes;
    server.handshakes.attempts = attempts.map((one) => (one.client === wanted ? { ...one, ...change } : one));
  };
const [node, schannel] = [of('node'), of('schannel')];

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
  ['tls.handshake', 'no https binding', 'info', (s) => bindings(s, { protocol: 'http' }), /Does not arise/],
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
    /without a name none does, as is usual for bindings by name/,
  ],
  [
    'tls.handshake',
    'SNI only, and the name is not served either on one address',
    'warn',
    (s) => {
      bindings(s, { host: 'ps07.corp.example', sslFlags: 3 });
      s.handshakes.attempts = [
        attempt({ outcome: 'reset', thumbprint: null, serverName: 'ps07.corp.example', address: '10.20.30.7' }),
        attempt({ serverName: 'PS07.corp.example' }),
      ];
    },
    /the others do not/,
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
  [
    'tls.served',
    'from the Central Certificate Store, whatever MY holds',
    'warn',
    (s) => {
      bindings(s, { sslFlags: 2 });
      records(s, record('443', { thumbprint: null, store: null }));
      allHandshakes(s, { thumbprint: B });
    },
  ],
  [
    'tls.handshake',
    'a version that is refused, and a client that judges, do not count',
    'pass',
    (s) =>
      s.handshakes.attempts.push(
        attempt({ offered: 'TLSv1.3', outcome: 'protocol' }),
        attempt({ client: 'schannel', outcome: 'otherError' }),
      ),
  ],
  ['tls.protocols', 'all default', 'pass', () => undefined],
  ['tls.protocols', 'on', 'pass', (s) => protocols(s, { 'TLS 1.0': 'on', 'TLS 1.2': 'on' })],
  [
    'tls.protocols',
    'off',
    'fail',
    (s) => protocols(s, { 'TLS 1.2': 'off', 'TLS 1.3': 'on' }),
    /^TLS 1\.2 is switched off in Schannel\.$/,
  ],
  [
    'tls.protocols',
    'off, and refused on the wire',
    'fail',
    (s) => {
      protocols(s, { 'TLS 1.2': 'off' });
      s.handshakes.attempts.push(attempt({ offered: 'TLSv1.2', outcome: 'reset' }));
    },
    /the wire refuses it/,
  ],
  [
    'tls.protocols',
    'off, and only TLS 1.3 alone is refused, which says nothing',
    'fail',
    (s) => {
      protocols(s, { 'TLS 1.2': 'off' });
      s.handshakes.attempts.push(attempt({ offered: 'TLSv1.3', outcome: 'protocol' }));
    },
    /^TLS 1\.2 is switched off in Schannel\.$/,
  ],
  ['tls.protocols', 'old ones on, TLS 1.2 left', 'warn', (s) => protocols(s, { 'TLS 1.0': 'on' }), /by halves/],
  ['tls.selfAccess', 'both answered', 'pass', () => undefined],
  ['tls.selfAccess', 'neither', 'fail', (s) => allHandshakes(s, { http: null, outcome: 'reset' }), /does not answer/],
  ['tls.selfAccess', 'refused', 'info', (s) => allHandshakes(s, { http: { status: 403, path: '/' } }), /403/],
  [
    'tls.selfAccess',
    'an error of the server',
    'warn',
    (s) => allHandshakes(s, { http: { status: 503, path: '/' } }),
    /503/,
  ],
  [
    'tls.selfAccess',
    'Schannel does not trust it',
    'warn',
    (s) => schannel(s, { trustErrors: ['RemoteCertificateChainErrors'] }),
    /does not trust its certificate/,
  ],
  [
    'tls.selfAccess',
    'Schannel gets nothing',
    'warn',
    (s) => schannel(s, { http: null, outcome: 'otherError' }),
    /gets no answer/,
  ],
  [
    'tls.selfAccess',
    'Node gets nothing',
    'warn',
    (s) => node(s, { http: null, outcome: 'reset' }),
    /but not from this product's own client/,
  ],
  [
    'tls.selfAccess',
    'only Node tried',
    'info',
    (s) => void (s.handshakes.attempts = s.handshakes.attempts.filter(({ client }) => client === 'node')),
    /only this product's own client tried/,
  ],
  ['tls.selfAccess', 'not tried', 'notRun', (s) => void (s.handshakes.attempts = [attempt()])],
  ['tls.selfAccess', 'no https binding', 'info', (s) => bindings(s, { protocol: 'http' }), /Does not arise/],
]);
