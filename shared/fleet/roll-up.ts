import { withAges } from './age.ts';
import { expectedOf } from './expected.ts';
import { expiryMonth, expiryOf, expiryOrder } from './expiry.ts';
import type { Fleet, Refusal } from './fleet.ts';
import { groupsOf, tiesOf } from './groups.ts';
import { newestPerServer } from './newest.ts';
import type { FleetServer } from './server.ts';
import { tally } from './tally.ts';

/** What was read of a folder. */
export interface FleetReadings {
  folder: string;
  readAt: string;
  files: number;
  problem: string | null;
  readings: readonly FleetServer[];
  refused: readonly Refusal[];
}

/**
 * Makes one list of all readings: the newest of each server, counted by what they suffer from and have.
 *
 * @param expected names of servers that a result should be there of; null where nobody said
 */
export function rollUp(read: FleetReadings, productVersion: string, expected: readonly string[] | null = null): Fleet {
  const { folder, readAt, files, problem, readings } = read;
  const newest = newestPerServer(readings, readAt);
  const { sameRun } = newest;
  const servers = withAges(newest.servers);
  const superseded = [...newest.superseded, ...sameRun].sort((a, b) => (a.file < b.file ? -1 : 1));
  const unread = read.refused.toSorted((a, b) => (a.file < b.file ? -1 : 1));
  const isMissed = ({ reason }: Refusal) => reason !== 'list' && reason !== 'other';
  const [refused, others] = [unread.filter(isMissed), unread.filter((each) => !isMissed(each))];
  const inState = (state: FleetServer['state']) => servers.filter((server) => server.state === state).length;
  const notKnown = (value: string | number | null): string => (value === null ? 'not known' : String(value));
  const versions = (of: (versions: FleetServer['versions']) => string | number | null) =>
    tally(servers.map((server) => notKnown(of(server.versions))));
  return {
    format: 'package-server-doctor/fleet',
    version: 1,
    product: { version: productVersion },
    folder,
    readAt,
    problem,
    counts: {
      files,
      servers: servers.length,
      failing: inState('failing'),
      incomplete: inState('incomplete'),
      healthy: inState('healthy'),
      superseded: superseded.length,
      sameRun: sameRun.length,
      refused: refused.length,
      others: others.length,
      old: servers.filter(({ daysBehind }) => daysBehind !== null).length,
    },
    expected: expected === null ? null : expectedOf(expected, servers),
    byCause: byCause(servers),
    byFinding: byFinding(servers),
    byVersion: {
      product: versions(({ product }) => product),
      agent: versions(({ agent }) => agent),
      windows: versions(({ windows }) => windows),
    },
    byOwner: tally(servers.map(ownerWords)),
    byExpiry: inOrder(tally(servers.map((server) => expiryOf(server, readAt))), expiryOrder),
    byMonth: tally(servers.flatMap((server) => expiryMonth(server) ?? [])).sort((a, b) => (a.value < b.value ? -1 : 1)),
    repairs: byRepair(servers),
    groups: groupsOf(servers),
    ties: tiesOf(servers),
    servers,
    refused,
    others,
    superseded,
    sameRun,
  };
}

/** Who wrote the record of a server's site, for a table. */
export function ownerWords({ owner }: Pick<FleetServer, 'owner'>): string {
  if (owner === null) return 'no record, or not known';
  if (owner.kind === 'zeros') return 'no application id';
  return owner.product === null ? `unknown: ${owner.appId ?? 'no id'}` : `probably ${owner.product}`;
}

const inOrder = <T extends { value: string }>(counted: readonly T[], order: readonly string[]): T[] =>
  counted.toSorted((a, b) => order.indexOf(a.value) - order.indexOf(b.value));

function byCause(servers: readonly FleetServer[]): Fleet['byCause'] {
  const rows = new Map<string, Fleet['byCause'][number]>();
  for (const { id, title, likelihood } of servers.flatMap(({ causes }) => causes)) {
    const row = rows.get(id) ?? { cause: id, title, servers: 0, confirmed: 0, likely: 0, possible: 0 };
    rows.set(id, row);
    row.servers += 1;
    row[likelihood] += 1;
  }
  return [...rows.values()].sort((a, b) => b.servers - a.servers || (a.cause < b.cause ? -1 : 1));
}

/** Checks that fail, warn or were not run somewhere, the worst first. */
function byFinding(servers: readonly FleetServer[]): Fleet['byFinding'] {
  const rows = new Map<string, Fleet['byFinding'][number]>();
  for (const { findings } of servers) {
    for (const status of ['fail', 'warn', 'notRun'] as const) {
      for (const finding of findings[status]) {
        const row = rows.get(finding) ?? { finding, fail: 0, warn: 0, notRun: 0 };
        rows.set(finding, row);
        row[status] += 1;
      }
    }
  }
  return [...rows.values()].sort(
    (a, b) => b.fail - a.fail || b.warn - a.warn || b.notRun - a.notRun || (a.finding < b.finding ? -1 : 1),
  );
}

function byRepair(servers: readonly FleetServer[]): Fleet['repairs'] {
  const done = servers.flatMap(({ repair }) => (repair === null ? [] : `${repair.repair} ${repair.outcome}`));
  return tally(done).map(({ value, servers: many }) => {
    const [repair = '', outcome = ''] = value.split(' ');
    return { repair, outcome, servers: many };
  });
}
