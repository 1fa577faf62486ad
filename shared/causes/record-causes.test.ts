import { expect, it } from 'vitest';
import {
  allHandshakes,
  attempt,
  certificate,
  httpEvent,
  makeStale,
  record,
  thumbprint,
} from '../rules/sample-server.ts';
import { all, causeTable, notSaid, type Change } from './cause-table.ts';
import { explainServer } from './explain-server.ts';

const B = thumbprint('B');
const adfs = '5d89a20c-beab-4389-9447-324788eb944a';
const reset: Change = (server) => allHandshakes(server, { outcome: 'reset', thumbprint: null, http: null });
const untrusted: Change = (server) => {
  const { attempts } = server.handshakes;
  server.handshakes.attempts = attempts.map((one) =>
    one.client === 'schannel' ? { ...one, trustErrors: ['RemoteCertificateChainErrors'] } : one,
  );
};
const own =
  (change: Partial<ReturnType<typeof certificate>>): Change =>
  (server) =>
    void (server.certificates.items = [certificate(change)]);
const other: Change = (server) =>
  void server.certificates.items.push(certificate({ thumbprint: B, dns: ['other.example'] }));
const foreign =
  (appId: string): Change =>
  (server) => {
    other(server);
    server.httpSysLive.records = [record('0.0.0.0:443', { thumbprint: B, appId })];
    server.httpSysRegistry.records = server.httpSysLive.records;
    allHandshakes(server, { thumbprint: B });
  };
const shadow =
  (appId: string): Change =>
  (server) => {
    other(server);
    server.httpSysLive.records.push(record('10.20.30.7:443', { thumbprint: B, appId }));
    server.httpSysRegistry.records = server.httpSysLive.records;
    server.handshakes.attempts = server.handshakes.attempts.map((one) =>
      one.address === '10.20.30.7' ? { ...one, thumbprint: B } : one,
    );
  };
const legacy: Change = (server) =>
  void server.iisConfig.legacyMetabase.push({ path: 'LM/W3SVC/1', id: 5506, thumbprint: B, text: null });
const noRecord: Change = (server) => {
  server.httpSysLive.records = [];
  server.httpSysRegistry.records = [];
  reset(server);
};
causeTable([
  ['legacy-metabase', 'harm to come', legacy, { likelihood: 'likely' }],
  [
    'legacy-metabase',
    'it deleted the record',
    all(legacy, noRecord),
    {
      likelihood: 'confirmed',
      because: ['iis.legacyMetabase', 'httpsys.record'],
      remedies: ['remove-legacy-metabase', 'rebind-certificate', 'restart-agent', 'refresh-packages'],
    },
  ],
  ['legacy-metabase', 'it put its hash back', all(legacy, makeStale), { likelihood: 'confirmed' }],
  [
    'legacy-metabase',
    'deleted after the boot',
    all(legacy, (s) => void s.events.push(httpEvent(15300, '2026-02-20T07:52:00.000Z'))),
    { likelihood: 'confirmed', because: ['iis.legacyMetabase', 'events.sslChanges'] },
  ],
  ['legacy-metabase', 'stores not known', all(legacy, noRecord), { likelihood: 'possible' }, ['certificates']],
  [
    'shadowed-endpoint',
    'netsh and wire',
    shadow('f00'),
    {
      likelihood: 'confirmed',
      because: ['httpsys.shadow', 'tls.served'],
      remedies: ['remove-shadowing-record', 'refresh-packages'],
    },
  ],
  ['shadowed-endpoint', 'of a known product', shadow(adfs), { likelihood: 'confirmed', remedies: [] }],
  [
    'certificate-missing',
    'store and wire',
    all(makeStale, (s) => void (s.certificates.items = [])),
    { likelihood: 'confirmed', remedies: [] },
  ],
  [
    'missing-record',
    'netsh and wire',
    noRecord,
    { likelihood: 'confirmed', remedies: ['rebind-certificate', 'refresh-packages'] },
  ],
  ['foreign-owner', 'works', (s) => void (s.httpSysLive.records[0]!.appId = adfs), { likelihood: 'possible' }],
  [
    'foreign-owner',
    'with another certificate',
    foreign(adfs),
    {
      likelihood: 'likely',
      because: ['httpsys.owner', 'tls.served'],
      remedies: ['force-overwrite', 'rebind-certificate'],
    },
  ],
  [
    'private-key',
    'missing',
    all(own({ privateKey: 'missing' }), reset),
    { likelihood: 'confirmed', remedies: ['repair-private-key', 'rebind-certificate', 'refresh-packages'] },
  ],
  ['private-key', 'said of a key that answers', own({ privateKey: 'unusable' }), { likelihood: 'possible' }],
  [
    'private-key',
    'in the event log',
    all(
      own({ privateKey: 'unusable' }),
      reset,
      (s) => void s.events.push({ ...httpEvent(36870, '2026-02-28T08:00:00.000Z', null), provider: 'Schannel' }),
    ),
    { because: ['cert.privateKey', 'tls.handshake', 'events.sslChanges'] },
  ],
  [
    'certificate-expired',
    'and no other',
    all(own({ notAfter: '2026-02-01T00:00:00.000Z' }), untrusted),
    { likelihood: 'confirmed', remedies: [] },
  ],
  ['certificate-name', 'and no other', all(own({ dns: ['x.example'] }), untrusted), { likelihood: 'confirmed' }],
  [
    'certificate-usage',
    'and no other',
    all(own({ eku: ['1.3.6.1.5.5.7.3.2'] }), untrusted),
    { likelihood: 'confirmed' },
  ],
  ['untrusted-chain', 'and no other', all(own({ chain: 'untrusted' }), untrusted), { likelihood: 'confirmed' }],
  ['untrusted-chain', 'though Schannel trusts it', own({ chain: 'untrusted' }), { likelihood: 'possible' }],
  [
    'tls-disabled',
    'registry and wire',
    all(
      (s) => void (s.schannel.protocols = { 'TLS 1.2': 'off' }),
      (s) => allHandshakes(s, { outcome: 'protocol' }),
    ),
    { likelihood: 'confirmed', remedies: [] },
  ],
  [
    'tls-disabled',
    'though handshakes complete',
    (s) => void (s.schannel.protocols = { 'TLS 1.2': 'off' }),
    { likelihood: 'possible' },
  ],
  [
    'tls-disabled',
    'handshakes complete by another version, which is no reason for it',
    (s) => {
      s.schannel.protocols = { 'TLS 1.2': 'off' };
      s.handshakes.attempts.push(attempt({ offered: 'TLSv1.2', outcome: 'protocol' }));
    },
    { likelihood: 'confirmed', because: ['tls.protocols'], against: [] },
  ],
  [
    'policy-not-forced',
    'back since the boot',
    all(foreign('f00'), (s) => void s.events.push(httpEvent(15302, '2026-02-20T07:52:00.000Z'))),
    {
      likelihood: 'confirmed',
      because: ['httpsys.owner', 'events.sslChanges', 'tls.served'],
      remedies: ['force-overwrite', 'restart-agent', 'refresh-packages'],
    },
  ],
]);

notSaid([
  ['stale-binding', 'another record beats a sound one', shadow('f00')],
  ['foreign-owner', 'another record beats a sound one', shadow('f00')],
  ['certificate-name', 'the store has a better one', foreign('f00')],
  ['certificate-name', 'a record with another name only beats a sound one', shadow('f00')],
  ['certificate-missing', 'the store has one that fits', makeStale],
  ['policy-not-forced', 'nothing changed after a boot', foreign('f00')],
]);

it('is healthy, and only possibly something else, with a foreign record that works', () => {
  const causes = explainServer((s) => void (s.httpSysLive.records[0]!.appId = adfs), ['httpSysRegistry']);
  expect(causes.map(({ id }) => id)).toEqual(['healthy', 'foreign-owner']);
});
