import { firstBuildWithUpdate } from './builds.ts';
import { sslSettingsEvent } from './event-log/event-log.ts';
import type { StoredCertificate } from './model/certificates.ts';
import type { SslRecord } from './model/http-sys.ts';
import type { World } from './model/world.ts';

const same = (a: string, b: string) => a.toLowerCase() === b.toLowerCase();

export function findRecord(records: readonly SslRecord[], endpoint: string): SslRecord | undefined {
  return records.find((record) => same(record.endpoint, endpoint));
}

/** A record with the default of every setting, and no certificate. */
export const plainRecord = (kind: SslRecord['kind'], endpoint: string): SslRecord => ({
  kind,
  endpoint,
  hash: null,
  appId: '00000000-0000-0000-0000-000000000000',
  store: null,
  checkMode: 0,
  freshness: 0,
  urlTimeout: 0,
  ctlIdentifier: null,
  ctlStore: null,
  flags: 0,
  extended: [],
});

/** The certificate that a record names, in the store that it names (MY where it names none). */
export function certificateOf(world: World, record: SslRecord): StoredCertificate | undefined {
  return world.certificates.find(({ store, hash }) => hash === record.hash && same(store, record.store ?? 'MY'));
}

/** Windows error number of a change, 0 when it was made. Live table, registry and System log change together. */
export function addRecord(world: World, record: SslRecord, now: Date): number {
  if (findRecord(world.httpSys.live, record.endpoint) !== undefined) return 183;
  if (!certificateUsable(world, record)) return 1312;
  put(world, { ...record, extended: defaultExtended(world.windows.build) });
  sslSettingsEvent(world, now, 15301, record.endpoint);
  return 0;
}

export function deleteRecord(world: World, endpoint: string, now: Date): number {
  if (findRecord(world.httpSys.live, endpoint) === undefined) return 2;
  const others = (records: SslRecord[]) => records.filter((one) => !same(one.endpoint, endpoint));
  world.httpSys.live = others(world.httpSys.live);
  world.httpSys.registry = others(world.httpSys.registry);
  sslSettingsEvent(world, now, 15300, endpoint);
  return 0;
}

/** Replaces the whole record, it does not merge; only the extended properties have a command of their own. */
export function updateRecord(world: World, record: SslRecord, now: Date): number {
  const current = findRecord(world.httpSys.live, record.endpoint);
  if (current === undefined) return 2;
  if (!certificateUsable(world, record)) return 1312;
  put(world, { ...record, extended: current.extended });
  sslSettingsEvent(world, now, 15302, record.endpoint);
  return 0;
}

/** As a program does it that owns an endpoint: what was there before goes first. */
export function replaceRecord(world: World, record: SslRecord, now: Date): number {
  deleteRecord(world, record.endpoint, now);
  return addRecord(world, record, now);
}

export const canUpdate = (world: World): boolean => world.windows.build >= firstBuildWithUpdate;

/** HTTP.SYS listens on an address when its IP listen list is empty, or names the address or its whole family. */
export function listensOn({ httpSys: { ipListen } }: World, address: string): boolean {
  const family = address.includes(':') ? '::' : '0.0.0.0';
  return ipListen.length === 0 || ipListen.some((one) => same(one, address) || one === family);
}

function certificateUsable(world: World, record: SslRecord): boolean {
  if (record.kind === 'ccs') return true;
  const certificate = certificateOf(world, record);
  return certificate !== undefined && hasUsableKey(certificate);
}

export const hasUsableKey = ({ key }: StoredCertificate): boolean => key !== 'missing' && key !== 'unusable';

function put(world: World, record: SslRecord): void {
  const { live, registry } = world.httpSys;
  for (const table of [live, registry]) {
    const index = table.findIndex(({ endpoint }) => same(endpoint, record.endpoint));
    if (index === -1) table.push(structuredClone(record));
    else table[index] = structuredClone(record);
  }
}

/** What newer builds attach to a record by themselves, as every published listing shows it. */
export function defaultExtended(build: number): SslRecord['extended'] {
  if (build < 20348) return [];
  const properties: SslRecord['extended'] = [
    { id: 0, values: { 'Receive Window': 1048576 } },
    { id: 1, values: { 'Max Settings Per Frame': 2796202, 'Max Settings Per Minute': 4294967295 } },
  ];
  return build < 26100 ? properties : [...properties, ...[2, 3, 4].map((id) => ({ id, values: {} }))];
}
