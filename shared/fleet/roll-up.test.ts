import { describe, expect, it } from 'vitest';
import type { FleetServer } from './server.ts';
import { cause, failing, readings, row, tried } from './testing/rows.ts';
import { fleetCsv } from './csv.ts';
import { namesIn } from './expected.ts';
import { fleetHtml } from './html/page.ts';
import { rollUp } from './roll-up.ts';
import { fleetText } from './text.ts';

const many = (count: number, make: (index: number) => FleetServer) =>
  Array.from({ length: count }, (_, index) => make(index));
const named = (prefix: string, index: number) => `${prefix}${String(index).padStart(3, '0')}.corp.example`;
const certificate = (thumbprint: string, notAfter: string) => ({
  thumbprint,
  subject: 'CN=x',
  issuer: 'CN=Root',
  notAfter,
});
const roll = (rows: readonly FleetServer[]) => rollUp(readings(rows), '0.1.0');

describe('the roll-up', () => {
  it('counts servers by cause, check, version, owner and end of the certificate', () => {
    const fleet = roll([
      failing('a', 'stale-binding', { certificate: certificate('C1', '2026-02-01T00:00:00.000Z') }),
      failing('b', 'stale-binding', { certificate: certificate('C2', '2026-03-20T00:00:00.000Z') }),
      row('c', {
        state: 'incomplete',
        causes: [],
        owner: null,
        versions: { product: '0.2.0', agent: null, windows: null },
      }),
      row('d', { owner: { kind: 'unknown', product: null, appId: 'beef' } }),
    ]);
    expect(fleet.counts).toMatchObject({ servers: 4, failing: 2, incomplete: 1, healthy: 1 });
    expect(fleet.byCause).toMatchObject([
      { cause: 'stale-binding', servers: 2, likely: 2, confirmed: 0 },
      { cause: 'healthy', servers: 1 },
    ]);
    expect(fleet.byFinding).toEqual([{ finding: 'cert.present', fail: 2, warn: 0, notRun: 0 }]);
    expect(fleet.byVersion.agent).toEqual([
      { value: '8.8.1280.0', servers: 3 },
      { value: 'not known', servers: 1 },
    ]);
    expect(fleet.byOwner).toEqual([
      { value: 'probably IIS', servers: 2 },
      { value: 'no record, or not known', servers: 1 },
      { value: 'unknown: beef', servers: 1 },
    ]);
    expect(fleet.byExpiry).toEqual([
      { value: 'expired', servers: 1 },
      { value: '30 days', servers: 1 },
      { value: 'not known', servers: 2 },
    ]);
    expect(fleet.byMonth.map(({ value }) => value)).toEqual(['2026-02', '2026-03']);
  });

  it('says that one certificate on forty servers ends on one day', () => {
    const wildcard = certificate('AB'.repeat(20), '2026-06-30T12:00:00.000Z');
    const { ties } = roll(many(40, (index) => row(named('ps', index), { certificate: wildcard })));
    expect(ties).toMatchObject([{ what: 'certificate', value: 'AB'.repeat(20) }]);
    expect(ties[0]?.servers).toHaveLength(40);
    expect(ties[0]?.words).toContain('2026-06-30');
  });

  it('says that many certificates end on one day', () => {
    const rows = many(5, (index) =>
      row(named('ps', index), { certificate: certificate(`C${index}`, '2026-06-30T12:00:00.000Z') }),
    );
    expect(roll(rows).ties).toMatchObject([{ what: 'day', value: '2026-06-30' }]);
  });

  it('finds the one foreign application id, and what it possibly means', () => {
    const owner = { kind: 'unknown', product: null, appId: 'deadbeef-0000-4000-8000-000000000000' } as const;
    const { groups, ties } = roll([
      ...many(6, (index) => failing(named('ps', index), 'foreign-owner', { owner })),
      ...many(9, (index) => row(named('ok', index))),
    ]);
    const [shared] = groups[0]?.shared ?? [];
    expect(shared).toMatchObject({ value: owner.appId, servers: 6, others: 0 });
    expect(shared?.suggests).toMatch(/^Possibly one product/u);
    expect(ties).toMatchObject([{ what: 'application' }]);
  });

  it('tells a version that only the servers with the fault have, and none that all have', () => {
    const versions = { product: '0.1.0', agent: '8.7.0.0', windows: 20348 };
    const { groups } = roll([
      ...many(4, (index) => failing(named('ps', index), 'agent-stopped', { versions })),
      ...many(4, (index) => row(named('ok', index))),
    ]);
    expect(groups).toMatchObject([
      { cause: 'agent-stopped', shared: [{ what: 'version of the agent', value: '8.7.0.0', others: 0 }] },
    ]);
  });

  it('makes nothing of two servers, and nothing of what one in two has', () => {
    const owner = { kind: 'unknown', product: null, appId: 'beef' } as const;
    expect(roll(many(2, (index) => failing(named('ps', index), 'foreign-owner', { owner }))).groups[0]?.shared).toEqual(
      [],
    );
    const half = many(6, (index) => failing(named('ps', index), 'foreign-owner', index % 2 === 0 ? { owner } : {}));
    expect(roll(half).groups[0]?.shared).toEqual([]);
  });
});

describe('what a list says of its own completeness', () => {
  it('marks results that are old beside the newest', () => {
    const fleet = roll([
      row('new', { at: '2026-03-01T10:00:00.000Z' }),
      row('week', { at: '2026-02-22T10:00:00.000Z' }),
      row('month', { at: '2026-01-30T09:00:00.000Z' }),
      // By its file, whatever its clock says.
      row('ahead', { at: '2096-01-01T00:00:00.000Z', fileTime: '2026-02-28T10:00:00.000Z' }),
    ]);
    expect(Object.fromEntries(fleet.servers.map(({ server, daysBehind }) => [server, daysBehind]))).toEqual({
      new: null,
      week: null,
      month: 30,
      ahead: null,
    });
    expect(fleet.counts.old).toBe(1);
    const text = fleetText(fleet);
    expect(text).toContain('1 result is more than 7 days older than the newest');
    expect(text).toMatch(/month +healthy +2026-01-30 09:00 +healthy \[old: 30 days behind the newest\]/u);
    expect(text).toMatch(/ahead +healthy +2026-02-28 10:00\* /u);
  });

  it('names the servers that were expected and have no result', () => {
    const rows = ['ps01.corp.example', 'PS02.corp.example', 'ps03.north.example', 'ps03.south.example'].map((name) =>
      row(name),
    );
    const names = namesIn(
      '# all of them\r\nPS01 # the first\r\n \t# none\r\n\r\n ps02.CORP.example. \nps03\nps04\nPs04\nps01.other.example',
    );
    expect(names).toEqual(['PS01', 'ps02.CORP.example.', 'ps03', 'ps04', 'ps01.other.example']);
    const fleet = rollUp(readings(rows), '0.1.0', names);
    expect(fleet.expected).toEqual({
      names: 5,
      missing: [
        {
          server: 'ps03',
          words: 'which one is meant is not told: ps03.north.example, ps03.south.example have a result',
        },
        { server: 'ps04', words: 'no result of it was read' },
        { server: 'ps01.other.example', words: 'no result of it was read' },
      ],
    });
    expect(fleetText(fleet)).toContain('3 of 5 expected servers have no result');
    expect(fleetCsv(fleet)).toMatch(/\r\nps04,no result,,/u);
    expect(fleetHtml(fleet)).toContain('3 of 5 expected servers have no result');
    expect(roll(rows).expected).toBeNull();
  });

  it('never takes the name of a file for that of an expected server', () => {
    const nameless = row('ps01', { named: false });
    expect(rollUp(readings([nameless]), '1', ['ps01']).expected?.missing).toHaveLength(1);
  });

  it('tells what is no result and misses nothing from what could not be read', () => {
    const refused = [
      { file: 'list.csv', reason: 'list', words: 'a list' },
      { file: 'half.json', reason: 'damaged', words: 'half' },
      { file: 'a.txt', reason: 'other', words: 'a note' },
    ] as const;
    const fleet = rollUp({ ...readings([]), refused }, '1');
    expect(fleet.counts).toMatchObject({ refused: 1, others: 2 });
    expect(fleet.others.map(({ file }) => file)).toEqual(['a.txt', 'list.csv']);
    expect(fleetText(fleet)).toContain('1 not read, 2 that are no results.');
  });
});

describe('the text', () => {
  it('does not count health as a cause', () => {
    expect(fleetText(roll([row('a'), failing('b', 'stale-binding')]))).toMatch(/Causes\n +1 {2}stale-binding .*\n\n/u);
  });

  it('names every failing server, what was repaired, and what was not read', () => {
    const text = fleetText(
      rollUp(
        {
          ...readings([
            failing('ps01.corp.example', 'stale-binding'),
            row('ps02.corp.example', {
              repair: tried('fixed'),
              before: {
                at: '2026-02-01T00:00:00.000Z',
                state: 'failing',
                causes: [{ id: 'stale-binding', title: '', likelihood: 'likely' }],
              },
            }),
          ]),
          problem: 'The folder went away after 2 files (it is not there).',
          refused: [{ file: 'evil\u001b[31m.json', reason: 'damaged', words: 'it is empty' }],
        },
        '0.1.0',
      ),
    );
    expect(text).toContain('2 servers: 1 failing, 0 incomplete, 1 healthy.');
    expect(text).toMatch(/ps01\.corp\.example +failing +2026-03-01 10:00 +stale-binding/u);
    expect(text).toMatch(
      /ps02\.corp\.example +healthy +2026-03-01 10:00 +healthy, before: stale-binding, rebind-certificate: fixed/u,
    );
    expect(text).toContain('The folder went away');
    expect(text).not.toContain('\u001b');
  });

  it('cuts no name, so that no two servers look the same', () => {
    const long = 'a-name-that-is-longer-than-forty-characters-and-than-sixty-of-them.site-';
    const rows = [failing(`${long}1.corp.example`, 'stale-binding'), failing(`${long}2.corp.example`, 'stale-binding')];
    const text = fleetText(rollUp(readings(rows), '1', [`${long}3.corp.example`]));
    for (const index of [1, 2, 3]) expect(text).toContain(`  ${long}${index}.corp.example`);
  });

  it('says first which servers have no result and what was not read', () => {
    const refused = [{ file: 'half.json', reason: 'damaged', words: 'half' }] as const;
    const text = fleetText(rollUp({ ...readings([failing('a', 'stale-binding')]), refused }, '1', ['b']));
    const heads = ['Without a result', 'Not read', 'Causes', 'Servers, and when'].map((head) => text.indexOf(head));
    expect(heads).toEqual(heads.toSorted((a, b) => a - b));
    expect(heads).not.toContain(-1);
  });

  it('says which servers have a cause and do not fail', () => {
    const sound = row('b', { causes: [cause('notification-server')] });
    const text = fleetText(roll([sound, failing('c', 'notification-server'), failing('d', 'stale-binding')]));
    expect(text).toMatch(/2 {2}notification-server {5}2 likely; 1 of them failing\n/u);
    expect(text).toMatch(/1 {2}stale-binding {11}1 likely\n/u);
  });

  it('stays short however many servers there are', () => {
    const text = fleetText(roll(many(5000, (index) => failing(named('ps', index), 'stale-binding'))));
    expect(text.split('\n').length).toBeLessThan(120);
    expect(text).toContain('and 4940 more');
  });
});
