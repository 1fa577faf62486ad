import { B, judgeTable } from './rule-table.ts';
import { binding, certificate, thumbprint, type SoundServer } from './sample-server.ts';

const A = thumbprint('A');
const legacy = (server: SoundServer, thumb: string | null, path = 'LM/W3SVC/1', text: string | null = null): void =>
  void server.iisConfig.legacyMetabase.push({ path, id: 5506, thumbprint: thumb, text });
const store = (server: SoundServer, text: string): void =>
  void server.iisConfig.legacyMetabase.push({ path: 'lm/w3svc/1', id: 5511, thumbprint: null, text });
const other = (server: SoundServer, port: number): void =>
  void server.iisConfig.sites.push({ ...server.iisConfig.sites[0]!, id: 2, bindings: [binding({ port })] });

judgeTable([
  ['iis.legacyMetabase', 'none', 'pass', () => undefined],
  ['iis.legacyMetabase', 'the right hash', 'warn', (s) => legacy(s, A), /harmless/],
  ['iis.legacyMetabase', 'gone', 'fail', (s) => legacy(s, B), /BBBB…BBBB is not in the store MY/],
  ['iis.legacyMetabase', 'no hash at all', 'fail', (s) => legacy(s, null, 'LM/W3SVC/1', 'xyz'), /its hash is none/],
  [
    'iis.legacyMetabase',
    'there, but another than is meant',
    'fail',
    (s) => {
      s.certificates.items.push(certificate({ thumbprint: B, dns: ['old.example'] }));
      legacy(s, B);
    },
    /is not AAAA…AAAA/,
  ],
  ['iis.legacyMetabase', 'in another store than it names', 'fail', (s) => (legacy(s, A), store(s, 'WebHosting'))],
  ['iis.legacyMetabase', 'a store alone', 'warn', (s) => store(s, 'My')],
  [
    'iis.legacyMetabase',
    'of a site with the same endpoint',
    'fail',
    (s) => (other(s, 443), legacy(s, B, '/LM/W3SVC/2')),
  ],
  ['iis.legacyMetabase', 'of another site', 'pass', (s) => (other(s, 8443), legacy(s, B, 'LM/W3SVC/2'))],
  ['iis.legacyMetabase', 'of a site that is gone', 'pass', (s) => legacy(s, B, 'LM/W3SVC/12')],
  ['iis.legacyMetabase', 'stores not known', 'notRun', (s) => legacy(s, A), undefined, { certificates: 'timedOut' }],
  [
    'iis.legacyMetabase',
    'no hash, stores not known',
    'fail',
    (s) => legacy(s, null, 'LM/W3SVC/1', 'xyz'),
    /its hash is none/,
    { certificates: 'timedOut' },
  ],
]);
