import type { FleetServer, FleetVerdict } from './server.ts';

/** Clocks of a domain are within five minutes of each other (Kerberos); twice that is no slip. */
const toleranceMs = 10 * 60_000;

/** A document of a server that another one stands for in the list. */
export interface Behind {
  file: string;
  server: string;
  at: string;
}

/**
 * Of each server the newest result. The server's own clock decides, because it
 * wrote all of its results; one that lies in the future of the reader's clock, or
 * that is no time, is placed by the time of its file instead, and the row says so.
 *
 * @param now the reader's clock, ISO-8601
 * @returns besides, what is older, and what tells of the same diagnosis as another document and is no older result
 */
export function newestPerServer(
  readings: readonly FleetServer[],
  now: string,
): { servers: FleetServer[]; superseded: Behind[]; sameRun: Behind[] } {
  const byServer = new Map<string, FleetServer[]>();
  for (const reading of readings) {
    const key = reading.named ? reading.server.toLowerCase() : `\0${reading.file}`;
    const own = byServer.get(key);
    if (own === undefined) byServer.set(key, [reading]);
    else own.push(reading);
  }
  const superseded: Behind[] = [];
  const sameRun: Behind[] = [];
  const servers = [...byServer.values()].map((own) => {
    const all = own.map((reading) => placed(reading, now)).sort(newestFirst);
    const { runs, again } = runsOf(all);
    superseded.push(...runs.slice(1).map(behind));
    sameRun.push(...again.map(behind));
    return withHistory(runs, all);
  });
  return { servers: servers.sort(byName), superseded: superseded.sort(byFile), sameRun: sameRun.sort(byFile) };
}

const behind = ({ reading: { file, server, at } }: Placed): Behind => ({ file, server, at });

interface Placed {
  reading: FleetServer;
  time: number;
  clock: FleetServer['clock'];
}

function placed(reading: FleetServer, now: string): Placed {
  const [own, file] = [Date.parse(reading.at), Date.parse(reading.fileTime)];
  const sound = own <= Date.parse(now) + toleranceMs;
  return { reading, time: sound ? own : file, clock: sound ? 'server' : 'file' };
}

/** At the same time what was judged here goes first: a bundle; then the names of the files decide, so that the order is the same each time. */
const newestFirst = (a: Placed, b: Placed): number =>
  b.time - a.time ||
  Number(b.reading.kind === 'bundle') - Number(a.reading.kind === 'bundle') ||
  compare(a.reading.file, b.reading.file);

/**
 * One document for each diagnosis: copies of it, and its evidence beside its result, say nothing new of the server.
 *
 * @param all the newest first
 */
function runsOf(all: readonly Placed[]): { runs: Placed[]; again: Placed[] } {
  const known = new Set<string>();
  const runs: Placed[] = [];
  const again: Placed[] = [];
  for (const each of all) {
    const last = runs.at(-1);
    const { reading } = each;
    const isKnown = known.has(reading.at) || (last !== undefined && isEvidence(last.reading, reading));
    (isKnown ? again : runs).push(each);
    // What is no time tells nothing.
    if (!Number.isNaN(Date.parse(reading.at))) known.add(reading.at);
  }
  return { runs, again };
}

/** Whether one of them is the evidence of the other, which has the time of the last question of the same diagnosis. */
function isEvidence(a: FleetServer, b: FleetServer): boolean {
  if ((a.kind === 'bundle') === (b.kind === 'bundle')) return false;
  const [bundle, result] = a.kind === 'bundle' ? [a, b] : [b, a];
  const since = Date.parse(bundle.at) - Date.parse(result.at);
  return since >= 0 && since <= result.durationMs;
}

/**
 * @param runs at least one, the newest first
 * @param all every document: that of a repair can tell of the same diagnosis as another one
 */
function withHistory(runs: readonly Placed[], all: readonly Placed[]): FleetServer {
  const [{ reading, clock }, ...older] = runs as [Placed, ...Placed[]];
  const documents = all.map((each) => each.reading);
  // One that found nothing to do says nothing of what was done before it.
  const tried = documents.filter(({ repair }) => repair !== null && repair.outcome !== 'notNeeded');
  const told = tried[0] ?? documents.find(({ repair }) => repair !== null);
  return {
    ...reading,
    clock,
    placedAt: clock === 'server' ? reading.at : reading.fileTime,
    clockNote: clockNote(reading, clock, older),
    repair: told?.repair ?? null,
    before: beforeOf(tried.at(-1), reading, older[0]?.reading),
  };
}

/** Before the first repair, however often the server was diagnosed since; a repair that is not at its end has one result. */
function beforeOf(
  first: FleetServer | undefined,
  newest: FleetServer,
  next: FleetServer | undefined,
): FleetServer['before'] {
  if (first !== undefined) return first.before ?? verdictOf(first);
  return newest.before ?? (next === undefined ? null : verdictOf(next));
}

/** What a list remembers of an older result. */
export const verdictOf = ({ at, state, causes }: FleetVerdict): FleetVerdict => ({ at, state, causes });

function clockNote(reading: FleetServer, clock: FleetServer['clock'], older: readonly Placed[]): string | null {
  if (clock === 'file') {
    return `The server's clock says ${reading.at}, which this computer's clock has not reached: the time of the file (${reading.fileTime}) was used.`;
  }
  const later = older.find(
    (each) => Date.parse(each.reading.fileTime) > Date.parse(reading.fileTime) + toleranceMs && each.clock === 'server',
  );
  return later === undefined
    ? null
    : `By the server's clock this result is the newest; by the times of the files ${later.reading.file} is.`;
}

/** By code units, the same on every computer. */
const compare = (a: string, b: string): number => Number(a > b) - Number(a < b);
const byFile = (a: Behind, b: Behind): number => compare(a.file, b.file);
const byName = (a: FleetServer, b: FleetServer): number =>
  compare(a.server.toLowerCase(), b.server.toLowerCase()) || compare(a.file, b.file);
