import { describe, expect, it } from 'vitest';
import { Cause, CauseId } from '../model/cause.ts';
import type { FactName } from '../model/facts.ts';
import { rules } from '../rules/catalogue.ts';
import { judgeAll } from '../rules/frame.ts';
import {
  allHandshakes,
  attempt,
  binding,
  certificate,
  context,
  makeStale,
  record,
  thumbprint,
  type SoundServer,
} from '../rules/sample-server.ts';
import { causeRules } from './catalogue.ts';
import { explainServer } from './explain-server.ts';
import { explainAll } from './frame.ts';

const B = thumbprint('B');

/** Another certificate in the record than IIS shows; the handshake serves the record's. */
const another = (server: SoundServer): void => {
  server.httpSysLive.records = [record('0.0.0.0:443', { thumbprint: B })];
  server.httpSysRegistry.records = server.httpSysLive.records;
  server.certificates.items.push(certificate({ thumbprint: B }));
  allHandshakes(server, { thumbprint: B });
};
const noRecord = (server: SoundServer): void => {
  makeStale(server);
  server.httpSysLive.records = [];
  server.httpSysRegistry.records = [];
};
const rebind = ['rebind-certificate', 'refresh-packages'];

describe('stale-binding', () => {
  it('is confirmed when the certificate is gone and the wire agrees', () => {
    expect(explainServer(makeStale)).toMatchObject([
      {
        id: 'stale-binding',
        likelihood: 'confirmed',
        because: ['cert.present', 'tls.handshake'],
        against: [],
        remedies: rebind,
      },
    ]);
  });

  it('is confirmed when the wire serves another certificate than IIS shows', () => {
    expect(explainServer(another)).toMatchObject([
      { id: 'stale-binding', likelihood: 'confirmed', because: ['tls.served'], against: [] },
    ]);
  });

  it('is likely while the wire is not known', () => {
    expect(explainServer(makeStale, ['handshakes'])[0]).toMatchObject({
      id: 'stale-binding',
      likelihood: 'likely',
      because: ['cert.present'],
    });
    expect(explainServer(another, ['handshakes'])[0]).toMatchObject({
      likelihood: 'likely',
      because: ['httpsys.record'],
    });
  });

  it('is only possible when the wire contradicts it, and says so', () => {
    const contradicted = (server: SoundServer): void => {
      makeStale(server);
      allHandshakes(server, { outcome: 'completed', thumbprint: B });
      server.iisView.sites[0]!.bindings[0]!.certificate = null;
      server.certificates.items.push(certificate({ thumbprint: thumbprint('C') }));
    };
    expect(explainServer(contradicted)[0]).toMatchObject({
      id: 'stale-binding',
      likelihood: 'possible',
      against: ['tls.handshake'],
    });
  });

  it('is only possible when the wire shows the certificate of IIS and not that of the record', () => {
    const wire = (server: SoundServer): void => (
      another(server),
      allHandshakes(server, { thumbprint: thumbprint('A') })
    );
    expect(explainServer(wire)[0]).toMatchObject({
      id: 'stale-binding',
      likelihood: 'possible',
      against: ['tls.served'],
    });
  });

  it('is only possible for a record of another owner, which speaks against it', () => {
    const foreign = (server: SoundServer): void => {
      makeStale(server);
      server.httpSysLive.records[0]!.appId = 'f00';
    };
    expect(explainServer(foreign)).toMatchObject([
      { id: 'foreign-owner', likelihood: 'likely' },
      { id: 'stale-binding', likelihood: 'possible', against: ['httpsys.owner'] },
    ]);
  });

  it('is only possible while the stores are not known', () => {
    expect(explainServer(makeStale, ['certificates'])[0]).toMatchObject({
      id: 'stale-binding',
      likelihood: 'possible',
    });
    expect(explainServer(makeStale, [], null)[0]).toMatchObject({ id: 'stale-binding', likelihood: 'possible' });
  });

  it('explains an expired certificate when a valid one is there', () => {
    const renewed = (server: SoundServer): void => {
      server.certificates.items = [
        certificate({ notAfter: '2026-02-01T00:00:00.000Z' }),
        certificate({ thumbprint: B }),
      ];
    };
    expect(explainServer(renewed)[0]).toMatchObject({
      id: 'stale-binding',
      likelihood: 'likely',
      because: ['cert.validity'],
      remedies: rebind,
    });
  });

  it.each<[string, (server: SoundServer) => void]>([
    ['nothing is left to bind', (server) => (makeStale(server), void (server.certificates.items = []))],
    [
      'the only match has no key',
      (server) => (makeStale(server), void (server.certificates.items[0]!.privateKey = 'missing')),
    ],
    [
      'it has expired and none is better',
      (server) => void (server.certificates.items[0]!.notAfter = '2026-02-01T00:00:00.000Z'),
    ],
    ['another program answers on the port', (server) => allHandshakes(server, { thumbprint: B })],
  ])('is not said when %s', (_words, change) => {
    expect(explainServer(change).map(({ id }) => id)).not.toContain('stale-binding');
  });
});

describe('missing-record', () => {
  it('is confirmed when the handshakes fail too', () => {
    expect(explainServer(noRecord)).toMatchObject([
      {
        id: 'missing-record',
        likelihood: 'confirmed',
        because: ['httpsys.record', 'tls.handshake'],
        against: [],
        remedies: rebind,
      },
    ]);
  });

  it('is likely while the wire is not known, and only possible when it answers', () => {
    expect(explainServer(noRecord, ['handshakes'])[0]).toMatchObject({ id: 'missing-record', likelihood: 'likely' });
    const answered = (server: SoundServer): void => {
      noRecord(server);
      server.handshakes.attempts = [attempt()];
    };
    expect(explainServer(answered)[0]).toMatchObject({
      id: 'missing-record',
      likelihood: 'possible',
      because: ['httpsys.record'],
      against: ['tls.handshake'],
    });
  });

  it('offers no rebind when there is nothing to bind, but still when that is not known', () => {
    const empty = explainServer((server) => (noRecord(server), void (server.certificates.items = [])))[0];
    expect(empty).toMatchObject({ id: 'missing-record', remedies: [] });
    expect(empty?.advice).toContain('Install one first');
    expect(explainServer(noRecord, ['certificates'])[0]?.remedies).toEqual(rebind);
    expect(explainServer(noRecord, [], null)[0]?.remedies).toEqual(rebind);
  });

  it('is not said where IIS has no binding', () => {
    const unbound = explainServer((server) => (noRecord(server), void (server.iisConfig.sites[0]!.bindings = [])));
    expect(unbound.map(({ id }) => id)).toEqual(['missing-https-binding']);
  });
});

describe('healthy', () => {
  it('is confirmed on a sound server', () => {
    const title = 'Nothing wrong was found on the way from IIS to the wire';
    expect(explainServer(() => undefined)).toMatchObject([
      { id: 'healthy', title, likelihood: 'confirmed', against: [] },
    ]);
  });

  it('is only likely with a warning on the path; the rights of this process are none', () => {
    const warned = explainServer((server) => void (server.certificates.items[0]!.dns = []))[0];
    expect(warned).toMatchObject({ id: 'healthy', likelihood: 'likely', against: ['cert.name'] });
    expect(warned?.title).toMatch(/but there are warnings/);
    const plain = explainServer((server) => void (server.elevation.elevated = false))[0];
    expect(plain).toMatchObject({ id: 'healthy', likelihood: 'confirmed' });
  });

  it.each<FactName>(['iisConfig', 'iisView', 'httpSysLive', 'certificates', 'handshakes'])(
    'is never said without %s',
    (name) => {
      const causes = explainServer(() => undefined, [name]);
      expect(causes.map(({ id }) => id)).not.toContain('healthy');
      expect(causes[0]?.advice).toMatch(/could not be made/);
    },
  );
});

describe('explainAll', () => {
  it('puts the likelier cause first', () => {
    const two = explainServer((server) => {
      makeStale(server);
      server.iisConfig.sites[0]!.bindings.push(binding({ port: 8443 }));
      server.handshakes.attempts = [attempt(), attempt({ port: 8443, outcome: 'reset' })];
    });
    const order = ['confirmed', 'likely', 'possible'];
    expect(two.length).toBe(2);
    const ranks = two.map(({ likelihood }) => order.indexOf(likelihood));
    expect(ranks).toEqual(ranks.toSorted((a, b) => a - b));
  });

  it('says undetermined, with what to ask for, when nothing is known', () => {
    const causes = explainAll(judgeAll({}, rules, context), {}, context);
    expect(causes).toMatchObject([{ id: 'undetermined', likelihood: 'possible', remedies: [] }]);
  });

  it('keeps the order of the causes and gives what the document allows', () => {
    const order = causeRules.map(({ id }) => CauseId.options.indexOf(id));
    expect(order).toEqual(order.toSorted((a, b) => a - b));
    for (const cause of [...explainServer(makeStale), ...explainServer(noRecord), ...explainServer(() => undefined)]) {
      expect(Cause.safeParse(cause).error).toBeUndefined();
    }
  });
});
