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

  it('takes a copy of a result for no older one, whenever it was made', () => {
    const stale = (file: string, day: number, more: Partial<FleetServer> = {}) =>
      failing('PS01.corp.example', 'stale-binding', { file, at: at(day), fileTime: at(day), ...more });
    const copied = newestPerServer([stale('a.json', 1), stale('copy/a.json', 1, { fileTime: at(9) })], now);
    expect(copied).toMatchObject({
      servers: [{ file: 'a.json', before: null, clockNote: null }],
      superseded: [],
      sameRun: [{ file: 'copy/a.json' }],
    });
    const later = newestPerServer([stale('a.json', 1), stale('copy/a.json', 1), stale('b.json', 2)], now);
    expect(later).toMatchObject({
      servers: [{ file: 'b.json', before: { at: at(1) } }],
      superseded: [{ file: 'a.json' }],
      sameRun: [{ file: 'copy/a.json' }],
    });
    const odd = newestPerServer([stale('a.json', 1, { at: 'soon' }), stale('b.json', 1, { at: 'soon' })], now);
    expect(odd).toMatchObject({ superseded: [{}], sameRun: [] });
  });

  it('takes the evidence and the result of one diagnosis for one, and an earlier diagnosis for another', () => {
    const result = row('PS01.corp.example', { file: 'r.json', at: '2026-03-01T10:00:49.597Z', durationMs: 16_000 });
    const bundle = (time: string) =>
      row('PS01.corp.example', { file: 'b.zip', kind: 'bundle', at: `2026-03-01T${time}Z` });
    expect(newestPerServer([result, bundle('10:01:05.100')], now)).toMatchObject({
      servers: [{ file: 'b.zip', before: null }],
      superseded: [],
      sameRun: [{ file: 'r.json' }],
    });
    for (const other of ['10:00:49.596', '10:01:05.598']) {
      const { servers, superseded, sameRun } = newestPerServer([result, bundle(other)], now);
      expect({ superseded: superseded.length, sameRun: sameRun.length }).toEqual({ superseded: 1, sameRun: 0 });
      expect(servers[0]?.before).not.toBeNull();
    }
  });

  it('keeps what a repair says beside the evidence of the same diagnosis', () => {
    const repair = row('PS01.corp.example', {
      file: 'repair.json',
      kind: 'repair',
      at: at(2),
      durationMs: 1000,
      repair: tried('fixed'),
      before: { at: at(1), state: 'failing', causes: [cause('stale-binding')] },
    });
    const bundle = row('PS01.corp.example', { file: 'case.zip', kind: 'bundle', at: '2026-03-02T10:00:00.700Z' });
    expect(newestPerServer([repair, bundle], now)).toMatchObject({
      servers: [{ file: 'case.zip', repair: { outcome: 'fixed' }, before: { at: at(1) } }],
      superseded: [],
      sameRun: [{ file: 'repair.json' }],
    });
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
        const { servers, superseded, sameRun } = result;
        expect(servers.length + superseded.length + sameRun.length).toBe(all.length);
        // Of each day one document counts.
        expect(servers.length + superseded.length).toBe(
          new Set(given.map((each) => `${each.server} ${each.day}`)).size,
        );
      }),
    );
  });
});
