import { firstBuildWithUpdate } from './builds.ts';
import type { StoredCertificate } from './model/certificates.ts';
import type { SslRecord } from './model/http-sys.ts';
import type { World } from './model/world.ts';

const same = (a: string, b: string) => a.toLowerCase() === b.toLowerCase();

export function findRecord(records: readonly SslRecord[], endpoint: string): SslRecord | undefined {
  return records.find((record) => same(record.endpoint, endpoint));
}

/** The certificate that a record names, in the store that it names (MY where it names none). */
export function certificateOf(world: World, record: SslRecord): StoredCertificate | undefined {
  return world.certificates.find(({ store, hash }) => hash === record.hash && same(store, record.store ?? 'MY'));
}

/** Windows error number of a change, 0 when it was made. Live table and registry change together. */
export function addRecord(world: World, record: SslRecord): number {
  if (findRecord(world.httpSys.live, record.endpoint) !== undefined) return 183;
  if (!certificateUsable(world, record)) return 1312;
  put(world, { ...record, extended: defaultExtended(world.windows.build) });
  return 0;
}

export function deleteRecord(world: World, endpoint: string): number {
  if (findRecord(world.httpSys.live, endpoint) === undefined) return 2;
  const others = (records: SslRecord[]) => records.filter((one) => !same(one.endpoint, endpoint));
  world.httpSys.live = others(world.httpSys.live);
  world.httpSys.registry = others(world.httpSys.registry);
  return 0;
}

/** Replaces the whole record, it does not merge; only the extended properties have a command of their own. */
export function updateRecord(world: World, record: SslRecord): number {
  const current = findRecord(world.httpSys.live, record.endpoint);
  if (current === undefined) return 2;
  if (!certificateUsable(world, record)) return 1312;
  put(world, { ...record, extended: current.extended });
  return 0;
}

export const canUpdate = (world: World): boolean => world.windows.build >= firstBuildWithUpdate;

function certificateUsable(world: World, record: SslRecord): boolean {
  if (record.kind === 'ccs') return true;
  const certificate = certificateOf(world, record);
  return certificate !== undefined && certificate.key !== 'missing' && certificate.key !== 'unusable';
}

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
