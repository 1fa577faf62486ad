import { firstBuildWithTls13 } from './builds.ts';
import type { World } from './model/world.ts';

/** Schannel's name of each protocol, the name that Node gives it, and the bit of a record's flags that forbids it. */
const protocols = [
  { schannel: 'TLS 1.0', node: 'TLSv1', since: 0, forbidden: 0x400 },
  { schannel: 'TLS 1.1', node: 'TLSv1.1', since: 0, forbidden: 0x400 },
  { schannel: 'TLS 1.2', node: 'TLSv1.2', since: 0, forbidden: 0x1000 },
  { schannel: 'TLS 1.3', node: 'TLSv1.3', since: firstBuildWithTls13, forbidden: 0x40 },
] as const;

export type TlsProtocol = (typeof protocols)[number]['node'];

/** What a server of this Windows takes, as Schannel's settings and the flags of HTTP.SYS's record leave it. */
export function offeredProtocols({ windows }: World, flags: number): TlsProtocol[] {
  return protocols
    .filter(({ schannel, since, forbidden }) => {
      const set = windows.schannel[schannel];
      const on = set === undefined || (set.enabled !== 0 && (set.disabledByDefault ?? 0) === 0);
      return windows.build >= since && on && (flags & forbidden) === 0;
    })
    .map(({ node }) => node);
}
