import { z } from 'zod';
import { Likelihood } from '../model/cause.ts';
import { FleetServer, ServerState } from './server.ts';

const count = z.int().nonnegative();
const CauseRef = z.object({ id: z.string(), likelihood: Likelihood });
const InStates = z.object({ failing: count, incomplete: count, healthy: count });
const FileWords = z.object({ file: z.string(), words: z.string() });
export type InStates = z.infer<typeof InStates>;

/**
 * How a folder of results stands, without its rows: it has the same size for ten
 * servers and for ten thousand, and is pushed whenever it changes.
 */
export const FleetView = z.object({
  /** reading: not everything was read yet; away: what is shown was read before the folder went away. */
  state: z.enum(['closed', 'reading', 'watching', 'away']),
  folder: z.string().nullable(),
  /** Counts up whenever the rows may be others. */
  revision: count,
  /** ISO-8601 UTC: when it was last looked through with news. */
  readAt: z.string().nullable(),
  /** When the newest file of it was written, by the clock of where it lies. */
  newestFile: z.string().nullable(),
  /** What a person has to know about the folder, in a sentence. */
  problem: z.string().nullable(),
  /** Whether the system tells of changes; else they are found when the folder is looked through again. */
  told: z.boolean(),
  counts: InStates.extend({
    files: count,
    servers: count,
    superseded: count,
    sameRun: count,
    refused: count,
    others: count,
    old: count,
    repaired: count,
  }),
  /** The causes that most servers have. */
  causes: z.array(z.object({ id: z.string(), title: z.string(), servers: count })),
  /** What servers have in common and what it possibly means, in sentences, what most of them share first. */
  common: z.array(z.string()),
  /** Servers of which there is an older verdict: how many were in which state then, and now. */
  compared: z.object({ servers: count, before: InStates, now: InStates }),
  /** What came of the newest repairs. */
  repairs: z.array(z.object({ repair: z.string(), outcome: z.string(), servers: count })),
  /** The first of the servers whose clocks are odd, and how. */
  clocks: z.array(z.object({ server: z.string(), words: z.string() })),
  /** Which servers a person expects here, how many of them have no result, and the first of those; null until told. */
  expected: z
    .object({ names: count, missing: count, first: z.array(z.object({ server: z.string(), words: z.string() })) })
    .nullable(),
  /** The first of what could not be read. */
  refused: z.array(FileWords),
  /** The first of what lies there besides and is no result. */
  others: z.array(FileWords),
});
export type FleetView = z.infer<typeof FleetView>;

export const FleetSort = z.enum(['state', 'server', 'cause', 'repair', 'before', 'expiry', 'at']);
export type FleetSort = z.infer<typeof FleetSort>;

/** Which servers a person wants to see, and how. */
export const FleetWish = z.object({
  /** Every word of it has to stand in the row. */
  search: z.string().max(200),
  /** `repaired`: a repair was tried, whatever came of it. */
  show: z.enum(['all', 'failing', 'incomplete', 'healthy', 'repaired']),
  sort: FleetSort,
  descending: z.boolean(),
  /** Null: one list. Else by cause, and of these causes the servers are listed. */
  opened: z.array(z.string().max(100)).max(200).nullable(),
  /** With a search every cause is open but for these. */
  closed: z.exactOptional(z.array(z.string().max(100)).max(200)),
});
export type FleetWish = z.infer<typeof FleetWish>;

/** One line of the table. A server with several causes stands below each of them. */
export const FleetRow = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('cause'),
    cause: z.string(),
    title: z.string(),
    servers: count,
    /** Of them. */
    states: InStates,
    open: z.boolean(),
  }),
  z.object({
    kind: z.literal('server'),
    /** By which it is opened; it means the same for as long as the folder is open. */
    id: count,
    server: z.string(),
    source: FleetServer.shape.kind,
    state: ServerState,
    causes: z.array(CauseRef),
    before: z.object({ state: ServerState, causes: z.array(z.string()) }).nullable(),
    /** `id` opens its document. */
    repair: z.object({ repair: z.string(), outcome: z.string(), id: count.nullable() }).nullable(),
    /** The last day of the certificate, and in how many days that is, by the reader's clock. */
    expiry: z.object({ notAfter: z.string(), days: z.int() }).nullable(),
    /** When it was diagnosed, and by whose clock: the server's own, or the time of the file where that is wrong. */
    at: z.string(),
    clock: FleetServer.shape.clock,
    daysBehind: FleetServer.shape.daysBehind,
    clockNote: z.string().nullable(),
  }),
]);
export type FleetRow = z.infer<typeof FleetRow>;
export type ServerRow = Extract<FleetRow, { kind: 'server' }>;

/** Rows are asked for by so many at a time. */
export const rowsAtOnce = 100;

/** A part of the table. */
export const FleetPage = z.object({
  revision: count,
  /** Rows of the whole table, and servers in it. */
  rows: count,
  servers: count,
  /** The row that the part begins with. */
  from: count,
  part: z.array(FleetRow),
});
export type FleetPage = z.infer<typeof FleetPage>;
