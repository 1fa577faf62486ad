import { brief } from './brief.ts';
import { daysLeft } from './expiry.ts';
import { rankOf } from './order.ts';
import { inStates } from './overview.ts';
import type { FleetServer } from './server.ts';
import type { FleetPage, FleetRow, FleetSort, FleetWish, InStates } from './view.ts';

/** A server of the list, with what it is opened by. */
export interface Listed {
  id: number;
  /** And the document of its repair. */
  repairId: number | null;
  server: FleetServer;
}

interface CauseLine {
  cause: string;
  title: string;
  servers: number;
  states: InStates;
  open: boolean;
}

/** A fleet in the order that a person wished for; rows are made of it when somebody looks at them. */
export interface Table {
  lines: readonly (Listed | CauseLine)[];
  servers: number;
}

export function tableOf(listed: readonly Listed[], wish: FleetWish): Table {
  const wanted = wantedServers(listed, wish);
  wanted.sort(orderOf(wish));
  const lines = wish.opened === null ? wanted : grouped(wanted, isOpenOf(wish, wish.opened));
  return { lines, servers: wanted.length };
}

/** @param now the reader's clock, for days until a certificate ends */
export function pageOf(table: Table, from: number, many: number, now: string): Omit<FleetPage, 'revision'> {
  const part = table.lines.slice(from, from + many).map((line) => rowOf(line, now));
  return { rows: table.lines.length, servers: table.servers, from, part };
}

function wantedServers(listed: readonly Listed[], { search, show }: FleetWish): Listed[] {
  const words = search.toLowerCase().split(/\s+/u).filter(Boolean);
  return listed.filter(({ server }) => {
    if (show === 'repaired' ? server.repair === null : show !== 'all' && server.state !== show) return false;
    if (words.length === 0) return true;
    const text = textOf(server);
    return words.every((word) => text.includes(word));
  });
}

/** Made once for each server: a search looks in ten thousand of them with every letter that is typed. */
const texts = new WeakMap<FleetServer, string>();

function textOf(server: FleetServer): string {
  const text = texts.get(server) ?? searched(server);
  texts.set(server, text);
  return text;
}

/** What a search looks in: names, and everything that servers can have in common. */
function searched({
  server,
  file,
  state,
  causes,
  repair,
  owner,
  certificate,
  versions,
  findings,
}: FleetServer): string {
  const named = causes.map(({ id, title, likelihood }) => `${id} ${title} ${likelihood}`).join(' ');
  const done = repair === null ? '' : `${repair.repair} ${repair.outcome}`;
  const held = certificate === null ? '' : `${certificate.subject} ${certificate.issuer} ${certificate.thumbprint}`;
  return `${server} ${file} ${state} ${named} ${done} ${owner?.product ?? ''} ${owner?.appId ?? ''} ${held} ${versions.agent ?? ''} ${versions.windows ?? ''} ${findings.fail.join(' ')}`.toLowerCase();
}

const compare = (a: string | number, b: string | number): number => Number(a > b) - Number(a < b);
/** What is not known comes last. */
const last = '\uffff';

/** By what a column is sorted. */
const keys: Record<FleetSort, (server: FleetServer) => string | number> = {
  state: ({ state }) => rankOf[state],
  server: () => 0,
  cause: ({ causes }) => causes[0]?.id ?? last,
  repair: ({ repair }) => (repair === null ? last : `${repair.repair} ${repair.outcome}`),
  before: ({ before }) => (before === null ? last : `${rankOf[before.state]} ${before.causes[0]?.id ?? last}`),
  expiry: ({ certificate }) => certificate?.notAfter ?? last,
  at: ({ placedAt }) => placedAt,
};

/** Servers that are equal in a column stand by their names, in either direction. */
function orderOf({ sort, descending }: FleetWish): (a: Listed, b: Listed) => number {
  const key = keys[sort];
  const way = descending ? -1 : 1;
  const byName = (a: Listed, b: Listed) =>
    compare(a.server.server.toLowerCase(), b.server.server.toLowerCase()) || a.id - b.id;
  return (a, b) =>
    sort === 'server' ? way * byName(a, b) : way * compare(key(a.server), key(b.server)) || byName(a, b);
}

/** Stands where a server has no cause: an older or a newer product, or nothing was known. */
const noCause = { id: '', title: '' };

/** What is searched for is shown: with a search every cause is open that a person did not close. */
function isOpenOf({ search, closed }: FleetWish, opened: readonly string[]): (cause: string) => boolean {
  return search.trim() === '' ? (cause) => opened.includes(cause) : (cause) => closed?.includes(cause) !== true;
}

function grouped(wanted: readonly Listed[], isOpen: (cause: string) => boolean): (Listed | CauseLine)[] {
  const groups = new Map<string, { title: string; own: Listed[] }>();
  for (const each of wanted) {
    const { causes } = each.server;
    for (const { id, title } of causes.length === 0 ? [noCause] : causes) {
      const cause = shown(id);
      const group = groups.get(cause) ?? { title, own: [] };
      groups.set(cause, group);
      group.own.push(each);
    }
  }
  return [...groups]
    .sort(
      ([a, { own }], [b, { own: other }]) =>
        Number(a === 'healthy') - Number(b === 'healthy') || other.length - own.length || compare(a, b),
    )
    .flatMap(([cause, { title, own }]) => {
      const states = inStates(own.map(({ server }) => server.state));
      const open = isOpen(cause);
      return [{ cause, title, servers: own.length, states, open }, ...(open ? own : [])];
    });
}

/** What a document says is anything at all; a row stays a row. */
const mostCauses = 8;
const shown = (value: string): string => brief(value, 100);

function rowOf(line: Listed | CauseLine, now: string): FleetRow {
  if ('cause' in line) return { kind: 'cause', ...line, title: shown(line.title) };
  const { id, repairId, server } = line;
  const { certificate, before, repair } = server;
  const days = certificate === null ? Number.NaN : daysLeft(certificate.notAfter, now);
  return {
    kind: 'server',
    id,
    server: shown(server.server),
    source: server.kind,
    state: server.state,
    causes: server.causes.slice(0, mostCauses).map((cause) => ({ id: shown(cause.id), likelihood: cause.likelihood })),
    before: before && {
      state: before.state,
      causes: before.causes.slice(0, mostCauses).map(({ id: name }) => shown(name)),
    },
    repair: repair && { repair: shown(repair.repair), outcome: shown(repair.outcome), id: repairId },
    expiry: certificate === null || Number.isNaN(days) ? null : { notAfter: certificate.notAfter, days },
    at: server.placedAt,
    clock: server.clock,
    daysBehind: server.daysBehind,
    clockNote: server.clockNote,
  };
}
