import { z } from 'zod';
import type { FleetServer } from './server.ts';
import { groupBy, tally } from './tally.ts';
import { traits, type Trait } from './traits.ts';

/** Servers with the same cause, what they have in common, and what that possibly means. */
export const FleetGroup = z.object({
  cause: z.string(),
  title: z.string(),
  servers: z.array(z.string()),
  shared: z.array(
    z.object({
      what: z.string(),
      value: z.string(),
      /** Servers of the group that have it. */
      servers: z.int(),
      /** Servers without this cause that have it as well. */
      others: z.int(),
      suggests: z.string().nullable(),
    }),
  ),
});
export type FleetGroup = z.infer<typeof FleetGroup>;

/** Two can be chance; of more, four in five are a pattern. */
const fewest = 3;
const share = 0.8;

/** One group for each cause that servers have, the largest first. Health is no cause to look into. */
export function groupsOf(servers: readonly FleetServer[]): FleetGroup[] {
  const byCause = new Map<string, { title: string; own: FleetServer[] }>();
  for (const server of servers) {
    for (const { id, title } of server.causes) {
      const group = byCause.get(id) ?? { title, own: [] };
      byCause.set(id, group);
      group.own.push(server);
    }
  }
  byCause.delete('healthy');
  return [...byCause]
    .map(([cause, { title, own }]) => ({
      cause,
      title,
      servers: own.map(({ server }) => server),
      shared: traits.flatMap((trait) => sharedBy(cause, own, servers, trait)),
    }))
    .sort((a, b) => b.servers.length - a.servers.length || (a.cause < b.cause ? -1 : 1));
}

function sharedBy(
  cause: string,
  own: readonly FleetServer[],
  all: readonly FleetServer[],
  { words, valueOf, suggests }: Trait,
): FleetGroup['shared'] {
  const [most] = tally(own.flatMap((server) => valueOf(server) ?? []));
  if (most === undefined || most.servers < fewest || most.servers < share * own.length) return [];
  const inGroup = new Set(own);
  const without = all.filter((server) => !inGroup.has(server));
  const others = without.filter((server) => valueOf(server) === most.value).length;
  const meaning = suggests[cause] ?? (others === 0 && without.length > 0 ? onlyHere : null);
  return meaning === null ? [] : [{ what: words, ...most, others, suggests: meaning }];
}

const onlyHere = 'No server without this cause has it: possibly what came with it brought the fault.';

/** Servers that depend on one thing, whatever their causes. */
export const FleetTie = z.object({
  what: z.enum(['certificate', 'day', 'application']),
  value: z.string(),
  servers: z.array(z.string()),
  words: z.string(),
});
export type FleetTie = z.infer<typeof FleetTie>;

/** One certificate on many servers, many that end on one day, one foreign application id on many. */
export function tiesOf(servers: readonly FleetServer[]): FleetTie[] {
  const tie = (
    what: FleetTie['what'],
    valueOf: (server: FleetServer) => string | null,
    wordsOf: (value: string, own: readonly FleetServer[]) => string | null,
  ): FleetTie[] =>
    [...groupBy(servers, valueOf)].flatMap(([value, own]) => {
      const words = own.length < fewest ? null : wordsOf(value, own);
      return words === null ? [] : [{ what, value, servers: own.map(({ server }) => server), words }];
    });
  const byId = (id: string) => traits.find((trait) => trait.id === id)!.valueOf;
  return [
    ...tie(
      'certificate',
      ({ certificate }) => certificate && certificate.thumbprint,
      (value, own) =>
        `One certificate (${value}) is meant for ${own.length} servers: it ends on ${byId('day')(own[0]!)} for all of them at once.`,
    ),
    ...tie('day', byId('day'), (value, own) => {
      const certificates = new Set(own.map(({ certificate }) => certificate?.thumbprint)).size;
      return certificates === 1
        ? null
        : `${certificates} certificates on ${own.length} servers end on the same day, ${value}: possibly one renewal is due for all of them.`;
    }),
    ...tie(
      'application',
      byId('application'),
      (value, own) =>
        `One application id other than that of IIS, ${value}, stands in the record of ${own.length} servers: possibly one product writes it on all of them.`,
    ),
  ].sort((a, b) => b.servers.length - a.servers.length);
}
