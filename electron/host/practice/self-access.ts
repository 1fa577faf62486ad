import { httpStatus } from './http-status.ts';
import type { World } from './model/world.ts';
import type { TlsProtocol } from './tls-protocols.ts';
import { tlsServing } from './tls-serving.ts';
import { trustErrors } from './trust.ts';

/** What a client on the server meets at `https://FQDN/`. */
export type SelfAccess = { address: string } & (
  | { outcome: 'refused' }
  | { outcome: 'reset'; broken: { endpoint: string; key: boolean } | null }
  | { outcome: 'noProtocol' }
  | {
      outcome: 'answered';
      protocol: TlsProtocol;
      der: string;
      /** What Windows has against the certificate, see `trustErrors`. */
      trustErrors: string[];
      status: number;
    }
);

/**
 * One request to the own full name, which leads to the first address that is not
 * loopback.
 *
 * @param offered the protocols that the client knows
 */
export function accessOwnSite(world: World, port: number, now: Date, offered: readonly string[]): SelfAccess {
  const { fqdn, addresses } = world.windows;
  const address = addresses.find((one) => one !== '::1' && !one.startsWith('127.')) ?? '127.0.0.1';
  const serving = tlsServing(world, address, port, fqdn, now);
  if (serving.outcome !== 'serves') return { address, ...serving };
  const protocol = serving.protocols.findLast((one) => offered.includes(one));
  if (protocol === undefined) return { address, outcome: 'noProtocol' };
  const { der } = serving.certificate;
  return {
    address,
    outcome: 'answered',
    protocol,
    der,
    trustErrors: trustErrors(world, der, now),
    status: httpStatus(world, address, port, fqdn, now),
  };
}
