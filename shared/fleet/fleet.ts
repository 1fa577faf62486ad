import { z } from 'zod';
import { Expected } from './expected.ts';
import { FleetGroup, FleetTie } from './groups.ts';
import { FleetServer } from './server.ts';

/** Why a file is not in the list. `list` and `other` are no results, and nothing is missed with them. */
export const RefusalReason = z.enum([
  'unfinished',
  'damaged',
  'foreign',
  'newer',
  'error',
  'otherDocument',
  'tooLarge',
  'unreadable',
  'link',
  'list',
  'other',
]);
export type RefusalReason = z.infer<typeof RefusalReason>;

export const Refusal = z.object({ file: z.string(), reason: RefusalReason, words: z.string() });
export type Refusal = z.infer<typeof Refusal>;

/** A document that is not the row of its server. */
const Behind = z.object({ file: z.string(), server: z.string(), at: z.string() });
const counted = z.array(z.object({ value: z.string(), servers: z.int() }));
const count = z.int().nonnegative();

/** What `psdoctor fleet` makes of a folder of results: one row a server, and what they have in common. */
export const Fleet = z.object({
  format: z.literal('package-server-doctor/fleet'),
  version: z.literal(1),
  product: z.object({ version: z.string() }),
  folder: z.string(),
  /** ISO-8601 UTC, by the clock of the computer that read the folder. */
  readAt: z.string(),
  /** Why not everything was read, in a sentence; null when everything was. */
  problem: z.string().nullable(),
  counts: z.object({
    /** Documents, bundles and other files that were met. */
    files: count,
    servers: count,
    failing: count,
    incomplete: count,
    healthy: count,
    superseded: count,
    /** Of them, documents of a diagnosis that another one tells of already: copies, and its evidence. */
    sameRun: count,
    refused: count,
    /** Files that are no results and were none: lists of psdoctor's own, and files of other kinds. */
    others: count,
    /** Servers whose result is old beside the newest. */
    old: count,
  }),
  /** Null where nobody said which servers are expected. */
  expected: Expected.nullable(),
  byCause: z.array(
    z.object({
      cause: z.string(),
      title: z.string(),
      servers: count,
      confirmed: count,
      likely: count,
      possible: count,
    }),
  ),
  byFinding: z.array(z.object({ finding: z.string(), fail: count, warn: count, notRun: count })),
  byVersion: z.object({ product: counted, agent: counted, windows: counted }),
  byOwner: counted,
  /** Within which time certificates end, soonest first, by the reader's clock. */
  byExpiry: counted,
  /** By the month of the last day, as `2026-03`, in the order of time. */
  byMonth: counted,
  repairs: z.array(z.object({ repair: z.string(), outcome: z.string(), servers: count })),
  groups: z.array(FleetGroup),
  ties: z.array(FleetTie),
  servers: z.array(FleetServer),
  refused: z.array(Refusal),
  others: z.array(Refusal),
  /** Documents that are not the row of their server. */
  superseded: z.array(Behind),
  /** Those of them that are not older, but tell of the same diagnosis as another one. */
  sameRun: z.array(Behind),
});
export type Fleet = z.infer<typeof Fleet>;

/** What servers suffer from: health is no cause to look into. */
export const causesOf = ({ byCause }: Pick<Fleet, 'byCause'>): Fleet['byCause'] =>
  byCause.filter(({ cause }) => cause !== 'healthy');

/** How many of the servers with a cause fail: one can stand on a server where no check does. */
export const failingWith = ({ servers }: Pick<Fleet, 'servers'>, cause: string): number =>
  servers.filter(({ state, causes }) => state === 'failing' && causes.some(({ id }) => id === cause)).length;
