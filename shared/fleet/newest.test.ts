import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newestPerServer } from './newest.ts';
import type { FleetServer } from './server.ts';
import { cause, failing, row, tried } from './testing/rows.ts';

const now = '2026-03-10T00:00:00.000Z';
const at = (day: number, time = '10:00') => `2026-03-${String(day).padStart(2, '0')}T${time}:00.000Z`;

describe('the newest result of each server', () => {
  it('is the one that the server itself dated last, and remembers what was before', () => {
    const { servers, superseded } = newestPerServer(
      [
        failing('PS01.corp.example', 'stale-binding', { file: 'old.json', at: at(1) }),
        row('ps01.CORP.example', { file: 'new.json', at: at(3), fileTime: at(3) }),
        failing('PS01.corp.example', 'missing-record', { file: 'middle.json', at: at(2) }),
        row('PS02.corp.example'),
      ],
      now,
    );
    expect(servers).toMatchObject([
      { file: 'new.json', clock: 'server', clockNote: null, before: { at: at(2), causes: [{ id: 'missing-record' }] } },
      { server: 'PS02.corp.example', before: null },
    ]);
    expect(superseded.map(({ file }) => file)).toEqual(['middle.json', 'old.json']);
  });

  it('is told by the time of the file where the server has a clock that is ahead, and says so', () => {
    const ahead = failing('PS01.corp.example', 'stale-binding', {
      file: 'ahead.json',
      at: '2031-01-01T00:00:00.000Z',
      fileTime: at(2),
    });
    const later = row('PS01.corp.example', { file: 'later.json', at: at(3), fileTime: at(3) });
    expect(newestPerServer([ahead, later], now).servers[0]).toMatchObject({ file: 'later.json', clock: 'server' });
    const [only] = newestPerServer([ahead], now).servers;
    expect(only).toMatchObject({ clock: 'file', placedAt: at(2) });
    expect(only?.clockNote).toContain('2031-01-01');
  });

  it('takes what is no time for a time that cannot be used', () => {
    const [only] = newestPerServer([row('PS01.corp.example', { at: 'yesterday' })], now).servers;
    expect(only).toMatchObject({ clock: 'file' });
  });

  it('says where the times of the files tell another order than the server', () => {
    const { servers } = newestPerServer(
      [
        row('PS01.corp.example', { file: 'a.json', at: at(2), fileTime: at(2) }),
        row('PS01.corp.example', { file: 'b.json', at: at(1), fileTime: at(4) }),
      ],
      now,
    );
    expect(servers).toMatchObject([{ file: 'a.json', clock: 'server' }]);
    expect(servers[0]?.clockNote).toContain('b.json');
  });

  it('never takes two servers without a name for one', () => {
    const nameless = (file: string) => row('diagnosis', { named: false, file });
    expect(newestPerServer([nameless('a/diagnosis.json'), nameless('b/diagnosis.json')], now).servers).toHaveLength(2);
  });

  it('keeps the newest repair, also when the server was diagnosed again since', () => {
    const { servers } = newestPerServer(
      [
        row('PS01.corp.example', {
          file: 'repair.json',
          at: at(2),
          repair: tried('fixed'),
          before: { at: at(1), state: 'failing', causes: [cause('stale-binding')] },
        }),
        row('PS01.corp.example', { file: 'again.json', at: at(3), fileTime: at(3) }),
      ],
      now,
    );
    expect(servers[0]).toMatchObject({ file: 'again.json', repair: { outcome: 'fixed' }, before: { at: at(1) } });
  });

  it('compares with before the first repair, whatever was repaired and diagnosed since', () => {
    const was = (id: string, day: number) => ({ at: at(day), state: 'failing' as const, causes: [cause(id)] });
    const report = (day: number, repair: FleetServer['repair'], before: FleetServer['before']) =>
      row('PS01.corp.example', { file: repair!.file, kind: 'repair', at: at(day), repair, before });
    const documents = [
      failing('PS01.corp.example', 'missing-features', { file: 'first.json', at: at(1) }),
      report(3, tried('fixed', 'install-features'), was('missing-features', 2)),
      report(5, tried('fixed', 'rebind-certificate'), was('stale-binding', 4)),
      report(6, tried('notNeeded', 'rebind-certificate'), null),
      row('PS01.corp.example', { file: 'now.json', at: at(7) }),
    ];
    const { servers } = newestPerServer(documents, now);
    expect(servers).toMatchObject([
      {
        file: 'now.json',
        state: 'healthy',
        repair: { repair: 'rebind-certificate', outcome: 'fixed', file: 'repairs/rebind-certificate-fixed.json' },
        before: { at: at(2), causes: [{ id: 'missing-features' }] },
      },
    ]);
    const untouched = documents.filter(({ repair }) => repair === null || repair.outcome === 'notNeeded');
    expect(newestPerServer(untouched, now).servers).toMatchObject([{ repair: { outcome: 'notNeeded' } }]);
  });

  it('compares a repair that is not at its end with what it began on', () => {
    const pending = failing('PS01.corp.example', 'stale-binding', { at: at(2), repair: tried('pending') });
    expect(newestPerServer([pending], now).servers).toMatchObject([{ before: { at: at(2), state: 'failing' } }]);
  });

  it('loses nothing and gives the same order however the files come', () => {
    const rows = fc.array(
      fc.record({ server: fc.integer({ min: 1, max: 6 }), day: fc.integer({ min: 1, max: 28 }), zip: fc.boolean() }),
      { maxLength: 30 },
    );
    fc.assert(
      fc.property(rows, fc.infiniteStream(fc.integer()), (given, random) => {
        const all = given.map(({ server, day, zip }, index) =>
          row(`ps${server}.corp.example`, { file: `${index}.json`, at: at(day), kind: zip ? 'bundle' : 'result' }),
        );
        const mixed = all
          .map((each) => ({ each, by: random.next().value as number }))
          .sort((a, b) => a.by - b.by)
          .map(({ each }) => each);
        const result = newestPerServer(all, now);
        expect(newestPerServer(mixed, now)).toEqual(result);
        expect(result.servers.length + result.superseded.length).toBe(all.length);
      }),
    );
  });
});
