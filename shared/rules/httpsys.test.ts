import { B, bindings, judgeTable, records, site } from './rule-table.ts';
import { binding, record, type SoundServer } from './sample-server.ts';

const otherSite = (server: SoundServer, port: number) =>
  server.iisConfig.sites.push({ ...site(server), id: 2, name: 'Intranet', bindings: [binding({ port })] });

judgeTable([
  ['httpsys.record', 'its own', 'pass', () => undefined],
  ['httpsys.record', 'none', 'fail', (s) => records(s), /no certificate record that serves 0\.0\.0\.0:443/],
  ['httpsys.record', 'another port only', 'fail', (s) => records(s, record('0.0.0.0:8443'))],
  ['httpsys.record', 'SNI of another name only', 'fail', (s) => records(s, record('other.example:443'))],
  [
    'httpsys.record',
    'SNI of its name only',
    'warn',
    (s) => records(s, record('ps07.corp.example:443')),
    /some clients/,
  ],
  ['httpsys.record', 'one address only', 'warn', (s) => records(s, record('10.20.30.7:443')), /some clients/],
  [
    'httpsys.record',
    'a specific address beats it with another certificate',
    'warn',
    (s) => records(s, record('0.0.0.0:443'), record('10.20.30.7:443', { thumbprint: B })),
    /another record: 10\.20\.30\.7:443/,
  ],
  [
    'httpsys.record',
    'a specific address beats it with the same certificate',
    'pass',
    (s) => records(s, record('0.0.0.0:443'), record('10.20.30.7:443')),
  ],
  [
    'httpsys.record',
    'two masked hashes are not the same certificate',
    'warn',
    (s) =>
      records(
        s,
        record('0.0.0.0:443', { thumbprint: null, thumbprintReadable: false }),
        record('10.20.30.7:443', { thumbprint: null, thumbprintReadable: false }),
      ),
  ],
  [
    'httpsys.record',
    'wildcard SNI fits its name',
    'info',
    (s) => records(s, record('0.0.0.0:443'), record('*.corp.example:443')),
    /cannot be predicted/,
  ],
  [
    'httpsys.record',
    'SNI binding with its own record and one for the rest',
    'pass',
    (s) => {
      bindings(s, { host: 'ps07.corp.example', sslFlags: 1 });
      records(s, record('ps07.corp.example:443'), record('0.0.0.0:443', { thumbprint: B }));
    },
  ],
  [
    'httpsys.record',
    'SNI binding alone',
    'warn',
    (s) => {
      bindings(s, { host: 'ps07.corp.example', sslFlags: 1 });
      records(s, record('ps07.corp.example:443'));
    },
    /some clients/,
  ],
  [
    'httpsys.record',
    'SNI binding without its own record',
    'warn',
    (s) => bindings(s, { host: 'ps07.corp.example', sslFlags: 1 }),
    /another record: 0\.0\.0\.0:443/,
  ],
  [
    'httpsys.record',
    'central certificate store',
    'pass',
    (s) => {
      bindings(s, { host: 'ps07.corp.example', sslFlags: 2 });
      records(s, record('443', { thumbprint: null, store: null }));
    },
  ],
  [
    'httpsys.record',
    'central certificate store, by name: without one there is no file to look for',
    'warn',
    (s) => {
      bindings(s, { host: 'ps07.corp.example', sslFlags: 3 });
      records(s, record('443', { thumbprint: null, store: null }));
    },
    /only to some clients/,
  ],
  ['httpsys.record', 'the second endpoint has none', 'fail', (s) => bindings(s, {}, { port: 8443 }), /0\.0\.0\.0:8443/],
  ['httpsys.record', 'no https binding', 'info', (s) => bindings(s, { protocol: 'http' })],
  ['httpsys.drift', 'agree', 'pass', () => undefined],
  ['httpsys.drift', 'store (null) is MY', 'pass', (s) => records(s, record('0.0.0.0:443', { store: null }))],
  ['httpsys.drift', 'another certificate', 'fail', (s) => records(s, record('0.0.0.0:443', { thumbprint: B }))],
  ['httpsys.drift', 'another store', 'fail', (s) => records(s, record('0.0.0.0:443', { store: 'WebHosting' }))],
  ['httpsys.drift', 'another owner', 'fail', (s) => records(s, record('0.0.0.0:443', { appId: 'x' }))],
  ['httpsys.drift', 'only in the registry', 'fail', (s) => records(s), /restart changes/],
  ['httpsys.drift', 'only live', 'fail', (s) => void (s.httpSysRegistry.records = [])],
  [
    'httpsys.drift',
    'elsewhere',
    'warn',
    (s) => records(s, record('0.0.0.0:443'), record('0.0.0.0:8172')),
    /0\.0\.0\.0:8172/,
  ],
  [
    'httpsys.drift',
    'options only',
    'info',
    (s) => records(s, record('0.0.0.0:443', { flags: { disablehttp2: true } })),
  ],
  [
    'httpsys.drift',
    'masked',
    'notRun',
    (s) => records(s, record('0.0.0.0:443', { thumbprint: null, thumbprintReadable: false })),
  ],
  [
    'httpsys.drift',
    'masked elsewhere',
    'info',
    (s) => {
      records(s, record('0.0.0.0:443'), record('0.0.0.0:1', { thumbprint: null, thumbprintReadable: false }));
      s.httpSysRegistry.records.push(record('0.0.0.0:1'));
    },
  ],
  ['httpsys.owner', 'IIS', 'pass', () => undefined],
  [
    'httpsys.owner',
    'a known product',
    'warn',
    (s) => records(s, record('0.0.0.0:443', { appId: '5d89a20c-beab-4389-9447-324788eb944a' })),
    /probably written by AD FS/,
  ],
  [
    'httpsys.owner',
    'unknown id',
    'warn',
    (s) => records(s, record('0.0.0.0:443', { appId: 'f00' })),
    /another program/,
  ],
  [
    'httpsys.owner',
    'zeros',
    'info',
    (s) => records(s, record('0.0.0.0:443', { appId: '00000000-0000-0000-0000-000000000000' })),
  ],
  ['httpsys.owner', 'no id', 'info', (s) => records(s, record('0.0.0.0:443', { appId: null }))],
  ['httpsys.owner', 'no record', 'info', (s) => records(s), /Does not arise/],
  ['httpsys.shadow', 'none', 'pass', () => undefined],
  [
    'httpsys.shadow',
    'another certificate',
    'fail',
    (s) => records(s, record('0.0.0.0:443'), record('10.20.30.7:443', { thumbprint: B })),
    /10\.20\.30\.7:443 beats 0\.0\.0\.0:443.*BBBB…BBBB instead of AAAA…AAAA/,
  ],
  [
    'httpsys.shadow',
    'a record for the own name',
    'fail',
    (s) => records(s, record('0.0.0.0:443'), record('PS07.corp.example:443', { thumbprint: B })),
  ],
  [
    'httpsys.shadow',
    'the same certificate',
    'info',
    (s) => records(s, record('0.0.0.0:443'), record('10.20.30.7:443')),
  ],
  [
    'httpsys.shadow',
    'masked',
    'warn',
    (s) => records(s, record('0.0.0.0:443'), record('10.20.30.7:443', { thumbprint: null, thumbprintReadable: false })),
  ],
  [
    'httpsys.shadow',
    'an address that is not of this server',
    'pass',
    (s) => records(s, record('0.0.0.0:443'), record('10.20.30.99:443', { thumbprint: B })),
  ],
  [
    'httpsys.shadow',
    'an address, while those of the server are not known',
    'warn',
    (s) => records(s, record('0.0.0.0:443'), record('10.20.30.99:443', { thumbprint: B })),
    /if 10\.20\.30\.99 is an address of this server/,
    {},
    [],
  ],
  [
    'httpsys.record',
    'one that names no certificate',
    'fail',
    (s) => records(s, record('0.0.0.0:443', { thumbprint: null })),
    /names no certificate/,
  ],
  ['httpsys.shadow', 'no own record', 'info', (s) => records(s, record('10.20.30.7:443')), /Does not arise/],
  ['httpsys.shared', 'alone', 'pass', () => undefined],
  ['httpsys.shared', 'another site on another port', 'pass', (s) => otherSite(s, 8443)],
  ['httpsys.shared', 'another site', 'info', (s) => otherSite(s, 443), /"Intranet" \(id 2\)/],
  [
    'httpsys.shared',
    'another site, shown with another certificate',
    'warn',
    (s) => {
      otherSite(s, 443);
      const [first] = s.iisView.sites;
      s.iisView.sites.push({ ...first!, id: 2, bindings: [{ ...first!.bindings[0]!, certificate: B }] });
    },
    /AAAA…AAAA and BBBB…BBBB/,
  ],
  ['httpsys.shared', 'another site, IIS not asked', 'info', (s) => otherSite(s, 443), undefined, { iisView: 'failed' }],
]);
