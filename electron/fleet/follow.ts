import { join } from 'node:path';
import { closedView } from '../../shared/fleet/closed-view.ts';
import { expectedOf } from '../../shared/fleet/expected.ts';
import type { Fleet, Refusal } from '../../shared/fleet/fleet.ts';
import { expectedOnScreen, overviewOf } from '../../shared/fleet/overview.ts';
import { rollUp, type FleetReadings } from '../../shared/fleet/roll-up.ts';
import type { FleetServer } from '../../shared/fleet/server.ts';
import { pageOf, tableOf, type Listed, type Table } from '../../shared/fleet/table.ts';
import { rowsAtOnce, type FleetPage, type FleetView, type FleetWish } from '../../shared/fleet/view.ts';
import { UserError } from '../app/user-error.ts';
import { productVersion } from '../app/version.ts';
import { createLooks, usualPace, type Pace } from './looks.ts';
import { createFleetMemory } from './memory.ts';
import { readFleet } from './read-fleet.ts';
import { foldersOf } from './folders-of.ts';
import { watchFolders } from './watch.ts';

/** A document of a server, as it is opened. */
export interface FleetDocument {
  path: string;
  kind: FleetServer['kind'];
}

/** A folder of results that is open: read, and watched until it is closed. */
export interface FleetFollower {
  /** So many rows as are asked for at a time, as the list stands now. */
  page(wish: FleetWish, from: number): Promise<FleetPage>;
  /** Where a row's newest document lies, or that of its repair. @throws UserError notFound */
  document(id: number): Promise<FleetDocument>;
  /** Looks through the whole folder again, now. */
  again(): void;
  /** Tells from now on which of these servers have no result. */
  expect(names: readonly string[]): void;
  close(): void;
}

export type FollowFleet = (folder: string, heard: (view: FleetView) => void) => FleetFollower;

/**
 * Reads a folder of results and keeps its list true: what the system tells of is
 * read at once, and the folder is looked through now and then besides, because
 * shares do not tell of everything. What was read stays when the folder goes away.
 *
 * @param heard gets the view when it has changed
 */
export function followFleet(folder: string, heard: (view: FleetView) => void, pace: Pace = usualPace): FleetFollower {
  const memory = createFleetMemory();
  const ids = new Map<string, number>();
  let fleet: Fleet | null = null;
  let expected: readonly string[] | null = null;
  let listed: Listed[] = [];
  let table: { key: string; made: Table } | null = null;
  let view: FleetView = { ...closedView, state: 'reading', folder };

  function tell(change: Partial<FleetView>): void {
    view = { ...view, ...change };
    heard(view);
  }

  function take(read: FleetReadings, state: FleetView['state'], problem = read.problem): void {
    fleet = rollUp(read, productVersion, expected);
    listed = fleet.servers.map((server) => ({
      id: idOf(server.file),
      repairId: server.repair === null ? null : idOf(server.repair.file),
      server,
    }));
    table = null;
    tell({
      ...overviewOf(fleet),
      newestFile: newestFileOf(read),
      state,
      problem,
      revision: view.revision + 1,
      told: watch.told(),
    });
  }

  /** What cannot be opened is in no memory. */
  const isOther = ({ refused }: FleetReadings) => refused.length !== view.counts.refused + view.counts.others;

  function idOf(file: string): number {
    const id = ids.get(file) ?? ids.size;
    ids.set(file, id);
    return id;
  }

  /** What is known while the first look is on its way, or when a look did not come to its end. */
  function soFar(): FleetReadings {
    const rows = memory.rows();
    return {
      folder,
      readAt: fleet?.readAt ?? new Date().toISOString(),
      files: rows.length,
      problem: null,
      readings: rows.filter((row): row is FleetServer => !('reason' in row)),
      refused: rows.filter((row): row is Refusal => 'reason' in row),
    };
  }

  function goneAway(problem: string): void {
    watch.listenIn([]);
    if (view.state === 'away') return;
    if (fleet === null || view.state === 'reading') take(soFar(), 'away', problem);
    else tell({ state: 'away', problem, told: false });
  }

  const looks = createLooks(pace, {
    async look(changed, progress) {
      const read = await readFleet(folder, { createReader: memory.begin(changed), onProgress: progress }).catch(
        (error: unknown) => (error instanceof Error ? error.message : String(error)),
      );
      if (typeof read === 'string') return goneAway(read);
      if (read.problem !== null) return goneAway(read.problem);
      if (read.files === 0 && (fleet?.counts.files ?? 0) > 0) return goneAway(emptied);
      watch.listenIn(foldersOf(memory.rows()));
      if (memory.settle() || view.state !== 'watching' || isOther(read)) take(read, 'watching');
      else if (view.problem !== null || view.told !== watch.told()) tell({ problem: null, told: watch.told() });
    },
    // The list grows before a person's eyes; later looks are short.
    partly: () => view.state === 'reading' && take(soFar(), 'reading'),
    silent: (seconds) => tell({ problem: silence(seconds) }),
    isAway: () => view.state === 'away',
  });
  const watch = watchFolders(folder, looks.changed);
  watch.listenIn(['']);
  looks.begin();

  return {
    page: (wish, from) => {
      const key = `${view.revision} ${JSON.stringify(wish)}`;
      if (table?.key !== key) table = { key, made: tableOf(listed, wish) };
      const page = pageOf(table.made, from, rowsAtOnce, fleet?.readAt ?? new Date().toISOString());
      return Promise.resolve({ revision: view.revision, ...page });
    },
    document(id) {
      const named = listed.find((each) => each.id === id || each.repairId === id);
      if (named === undefined) return Promise.reject(new UserError('notFound', 'That row is gone from the folder.'));
      const { server } = named;
      return named.id === id || server.repair === null
        ? Promise.resolve({ path: join(folder, server.file), kind: server.kind })
        : Promise.resolve({ path: join(folder, server.repair.file), kind: 'repair' });
    },
    again: () => looks.changed(null),
    expect(names) {
      expected = names;
      if (fleet === null) return;
      fleet = { ...fleet, expected: expectedOf(names, fleet.servers) };
      tell({ expected: expectedOnScreen(fleet) });
    },
    close() {
      looks.end();
      watch.close();
    },
  };
}

/** Of what was read: the time of a note or a list is none of a server. */
const newestFileOf = ({ readings }: FleetReadings): string | null =>
  readings.reduce<string | null>(
    (newest, { fileTime }) => (newest === null || fileTime > newest ? fileTime : newest),
    null,
  );

const emptied =
  'Nothing lies in the folder any more: possibly the connection to a share was lost. What was read before is shown.';
const silence = (seconds: number): string =>
  `The folder has answered nothing for ${seconds} seconds: possibly the connection to a share was lost. What was read before is shown.`;
