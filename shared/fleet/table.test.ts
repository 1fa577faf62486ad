import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FleetServer } from './server.ts';
import { pageOf, tableOf, type Listed } from './table.ts';
import { cause, failing, row, tried } from './testing/rows.ts';
import { FleetPage, FleetSort, type FleetWish } from './view.ts';

const now = '2026-03-02T00:00:00.000Z';
const plain: FleetWish = { search: '', show: 'all', sort: 'state', descending: false, opened: null };
const listed = (servers: FleetServer[]): Listed[] => servers.map((server, id) => ({ id, repairId: null, server }));
const certificate = (notAfter: string) => ({ thumbprint: 'AB', subject: 'CN=x', issuer: 'CN=ca', notAfter });

const servers = listed([
  row('ps04', { certificate: certificate('2026-03-12T00:00:00.000Z') }),
  failing('PS02', 'stale-binding', { at: '2026-03-01T12:00:00.000Z', bound: 'C0FFEE' }),
  failing('ps01', 'stale-binding', {
    causes: [cause('stale-binding'), cause('private-key')],
    repair: tried('notFixed'),
    before: { at: '2026-02-01T00:00:00.000Z', state: 'failing', causes: [cause('stale-binding')] },
  }),
  row('ps03', { state: 'incomplete', causes: [], certificate: certificate('2026-02-27T00:00:00.000Z') }),
]);

const names = (wish: Partial<FleetWish>): string[] =>
  pageOf(tableOf(servers, { ...plain, ...wish }), 0, 100, now).part.map((line) =>
    line.kind === 'cause' ? `[${line.cause} ${line.servers}]` : line.server,
  );

describe('the table of a fleet', () => {
  it.each<[string, Partial<FleetWish>, string[]]>([
    ['what fails comes first, then by name', {}, ['ps01', 'PS02', 'ps03', 'ps04']],
    ['by name, downwards', { sort: 'server', descending: true }, ['ps04', 'ps03', 'PS02', 'ps01']],
    ['what has no certificate comes last', { sort: 'expiry' }, ['ps03', 'ps04', 'ps01', 'PS02']],
    ['what was repaired comes first', { sort: 'repair' }, ['ps01', 'PS02', 'ps03', 'ps04']],
    ['the newest first', { sort: 'at', descending: true }, ['PS02', 'ps01', 'ps03', 'ps04']],
    ['one state', { show: 'healthy' }, ['ps04']],
    ['those that a repair was tried on', { show: 'repaired' }, ['ps01']],
    ['every word has to stand in the row', { search: ' Rebind ps01 ' }, ['ps01']],
    ['a word of another row is in the way', { search: 'rebind ps02' }, []],
    [
      'causes, the most frequent first, and health last',
      { opened: [] },
      ['[stale-binding 2]', '[ 1]', '[private-key 1]', '[healthy 1]'],
    ],
    [
      'a server with two causes stands below both',
      { opened: ['stale-binding', 'private-key'] },
      ['[stale-binding 2]', 'ps01', 'PS02', '[ 1]', '[private-key 1]', 'ps01', '[healthy 1]'],
    ],
    [
      'a search narrows the groups and opens them',
      { opened: [], search: 'private' },
      ['[private-key 1]', 'ps01', '[stale-binding 1]', 'ps01'],
    ],
    [
      'but for those that were closed since',
      { opened: ['private-key'], search: 'private', closed: ['private-key'] },
      ['[private-key 1]', '[stale-binding 1]', 'ps01'],
    ],
  ])('%s', (_what, wish, expected) => {
    expect(names(wish)).toEqual(expected);
  });

  it('says of a row what a person needs to choose it', () => {
    const { part, ...size } = pageOf(tableOf(servers, plain), 0, 4, now);
    expect(size).toEqual({ rows: 4, servers: 4, from: 0 });
    expect(part[0]).toMatchObject({
      id: 2,
      state: 'failing',
      causes: [{ id: 'stale-binding' }, { id: 'private-key' }],
      repair: { outcome: 'notFixed' },
      before: { state: 'failing', causes: ['stale-binding'] },
      expiry: null,
    });
    expect(part[2]).toMatchObject({ expiry: { days: -3 } });
    expect(part[3]).toMatchObject({ expiry: { days: 10 } });
  });

  it('dates a row by the clock that counts, and says how old it is and what opens its repair', () => {
    const at = '2096-11-10T00:00:00.000Z';
    const server = row('ps01', {
      at,
      clock: 'file',
      placedAt: '2026-03-01T00:00:00.000Z',
      daysBehind: 12,
      repair: tried('fixed'),
    });
    const [line] = pageOf(tableOf([{ id: 1, repairId: 7, server }], plain), 0, 1, now).part;
    expect(line).toMatchObject({ at: '2026-03-01T00:00:00.000Z', clock: 'file', daysBehind: 12, repair: { id: 7 } });
    expect(JSON.stringify(line)).not.toContain(at);
  });

  it('counts the servers once, whatever the groups', () => {
    expect(pageOf(tableOf(servers, { ...plain, opened: [] }), 0, 1, now)).toMatchObject({ rows: 4, servers: 4 });
  });

  it('keeps rows small and plain, whatever a document says', () => {
    const hostile = '\u202e\u0000<b>'.repeat(10_000);
    const server = failing(hostile, hostile, { causes: Array.from({ length: 500 }, () => cause(hostile)) });
    const page = pageOf(tableOf(listed([server]), plain), 0, 1, now);
    expect(JSON.stringify(page).length).toBeLessThan(3000);
    expect(JSON.stringify(page)).not.toMatch(/\u202e/u);
    FleetPage.parse({ revision: 1, ...page });
    const [group] = pageOf(tableOf(listed([server]), { ...plain, opened: [] }), 0, 1, now).part;
    expect(group?.kind === 'cause' && group.cause.length).toBeLessThanOrEqual(100);
  });

  it('has each wanted server once in whatever order, and its pages are the whole', () => {
    const some = fc.array(
      fc.record({
        name: fc.constantFrom('a', 'B', 'c', 'd', 'e'),
        state: fc.constantFrom('failing', 'incomplete', 'healthy'),
        at: fc.constantFrom('2026-01-01', '', 'no time'),
      }),
      { maxLength: 40 },
    );
    fc.assert(
      fc.property(
        some,
        fc.constantFrom(...FleetSort.options),
        fc.boolean(),
        fc.integer({ min: 1, max: 7 }),
        (of, sort, descending, many) => {
          const own = listed(of.map(({ name, state, at }) => row(name, { state: state as 'healthy', at })));
          const table = tableOf(own, { ...plain, sort, descending });
          const ids: number[] = [];
          for (let from = 0; from < table.lines.length; from += many) {
            const { part } = pageOf(table, from, many, now);
            ids.push(...part.map((line) => (line.kind === 'server' ? line.id : -1)));
          }
          expect(ids.toSorted((a, b) => a - b)).toEqual(own.map(({ id }) => id));
        },
      ),
    );
  });
});
