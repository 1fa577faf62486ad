import { findRecord, plainRecord } from './http-sys.ts';
import type { StoredCertificate } from './model/certificates.ts';
import type { SslRecord } from './model/http-sys.ts';
import type { Binding } from './model/iis.ts';
import type { World } from './model/world.ts';

interface BindingParts {
  /** Empty or `*` for all addresses. */
  address: string;
  port: number;
  host: string;
}

/** `IP:port:host`, read from the right, because the address can hold colons. */
export function bindingParts({ bindingInformation }: Binding): BindingParts {
  const match = /^(.*):(\d+):([^:]*)$/u.exec(bindingInformation);
  return { address: match?.[1] ?? '', port: Number(match?.[2] ?? 0), host: match?.[3] ?? '' };
}

/** The key under which IIS looks for a binding's certificate in HTTP.SYS. */
export function recordEndpoint(binding: Binding): string {
  const { address, port, host } = bindingParts(binding);
  if ((binding.sslFlags & 2) !== 0) return String(port);
  if ((binding.sslFlags & 1) !== 0) return `${host}:${port}`;
  return `${address === '' || address === '*' ? '0.0.0.0' : address}:${port}`;
}

/** What IIS shows for a binding: what it remembers, else what HTTP.SYS has at this moment. */
export function shownCertificate(world: World, binding: Binding): Binding['shown'] {
  if (binding.protocol !== 'https') return null;
  return binding.shown ?? read(world, binding);
}

/** A record as IIS itself writes it. */
export function iisRecord(endpoint: string, { hash, store }: Pick<StoredCertificate, 'hash' | 'store'>): SslRecord {
  return { ...plainRecord('ip', endpoint), hash, appId: '4dc3e181-e14b-4a21-b022-59fc669b0914', store };
}

/** IIS looks at one endpoint's record, and goes on showing what it saw. */
export function rememberCertificate(world: World, endpoint: string): void {
  for (const binding of world.iis.sites.flatMap(({ bindings }) => bindings)) {
    if (binding.protocol === 'https' && recordEndpoint(binding) === endpoint) binding.shown = read(world, binding);
  }
}

/** IIS reads HTTP.SYS anew when its service starts. */
export function refreshIisView(world: World): void {
  for (const binding of world.iis.sites.flatMap(({ bindings }) => bindings)) {
    binding.shown = binding.protocol === 'https' ? read(world, binding) : null;
  }
}

function read(world: World, binding: Binding): Binding['shown'] {
  const record = findRecord(world.httpSys.live, recordEndpoint(binding));
  return record?.hash == null ? null : { hash: record.hash, store: record.store };
}
