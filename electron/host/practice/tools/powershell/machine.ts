import type { World } from '../../model/world.ts';
import { accessOwnSite } from '../../self-access.ts';
import { dependents, findService } from '../../services.ts';
import type { Section } from './section.ts';

export const windowsSection: Section = ({ world: { windows } }) => ({
  productType: windows.installationType === 'Client' ? 'WinNT' : 'ServerNT',
  pendingReboot: windows.pendingReboot,
});

const startModes = { auto: 'Automatic', demand: 'Manual', disabled: 'Disabled' } as const;

export const serviceStarts: Section = ({ world }) =>
  ['AeXNSClient', 'W3SVC'].flatMap((name) => {
    const service = findService(world, name);
    if (service === undefined) return [];
    const needing = dependents(world, service.name).map((one) => one.name);
    return [{ name: service.name, startMode: startModes[service.startMode], dependents: needing }];
  });

export const certificates: Section = ({ world }) => {
  const stores = readStores(world);
  return world.certificates
    .filter(({ store }) => stores.has(store.toLowerCase()))
    .map(({ store, der, key, chain, chainStatus }) => ({ store, rawBase64: der, privateKey: key, chain, chainStatus }));
};

/** The stores that the script opens: two by name, and every one that a record names. */
const readStores = ({ httpSys }: World): Set<string> =>
  new Set(['my', 'webhosting', ...httpSys.registry.flatMap(({ store }) => store?.toLowerCase() ?? [])]);

/** .NET's name of each protocol that the script's SslStream offers. */
const sslProtocols: Readonly<Record<string, string>> = { TLSv1: 'Tls', 'TLSv1.1': 'Tls11', 'TLSv1.2': 'Tls12' };

export const selfAccess: Section = ({ world, now }) => {
  const access = accessOwnSite(world, 443, now, Object.keys(sslProtocols));
  const told = {
    port: 443,
    address: access.address,
    serverName: world.windows.fqdn,
    outcome: 'otherError',
    protocol: null as string | null,
    certificate: null as string | null,
    trustErrors: [] as string[],
    status: null as number | null,
  };
  switch (access.outcome) {
    case 'refused':
      return { ...told, address: '', outcome: 'refused' };
    case 'reset':
      return { ...told, outcome: 'reset' };
    case 'noProtocol':
      return { ...told, outcome: 'protocol' };
    case 'answered':
      return {
        ...told,
        outcome: 'completed',
        protocol: sslProtocols[access.protocol] ?? null,
        certificate: access.der,
        trustErrors: policyErrors(access.trustErrors),
        status: access.status,
      };
  }
};

/** SslPolicyErrors has one name for all that is wrong with a chain. */
function policyErrors(errors: readonly string[]): string[] {
  const name = 'RemoteCertificateNameMismatch';
  return [
    ...(errors.includes(name) ? [name] : []),
    ...(errors.some((error) => error !== name) ? ['RemoteCertificateChainErrors'] : []),
  ];
}
