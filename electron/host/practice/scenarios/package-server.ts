import { randomUUID } from 'node:crypto';
import { allEnabled } from '../features/features.ts';
import { defaultExtended } from '../http-sys.ts';
import { iisRecord } from '../iis.ts';
import type { StoredCertificate } from '../model/certificates.ts';
import type { SslRecord } from '../model/http-sys.ts';
import type { World } from '../model/world.ts';
import { createAuthority, selfSigned, type Authority } from './authority.ts';
import { packageServerServices } from './services.ts';
import { packageServerPools, packageServerSites } from './sites.ts';
import { usualName } from './usual-name.ts';

const webManagementAppId = 'd7d72267-fcf9-4424-9eec-7e1d8dcec9a9';

/** The parts of a server that a scenario arranges. */
export interface PackageServer {
  world: World;
  /** The certificate that the server should serve; in MY, and bound. */
  certificate: StoredCertificate;
  /** Issued that certificate; its root is trusted. */
  authority: Authority;
}

/**
 * A healthy package server: the agent's site 1 and an intranet site share
 * 0.0.0.0:443, and the Web Management Service has a record of its own on 8172.
 */
export async function createPackageServer(
  scenario: string,
  language: string,
  build: number,
  fqdn = usualName,
): Promise<PackageServer> {
  const authority = await createAuthority('CN=Corp Example Root CA, O=Corp Example');
  const [certificate, management] = await Promise.all([
    authority.issue({ subject: `CN=${fqdn}`, dns: [fqdn, 'intranet.corp.example'] }),
    selfSigned({ subject: `CN=WMSvc-SHA2-${fqdn.split('.', 1)[0]}`, validDays: [-300, 3350] }),
  ]);
  const records: SslRecord[] = [
    {
      ...iisRecord('0.0.0.0:443', certificate),
      // Two settings that differ from the default, so that a repair can lose them.
      checkMode: 1,
      flags: build >= 17763 ? 0x10 : 0,
      extended: defaultExtended(build),
    },
    {
      ...iisRecord('0.0.0.0:8172', management),
      appId: webManagementAppId,
      flags: 0x2,
      extended: defaultExtended(build),
    },
  ];
  const installed = { build, installationType: 'Server' } as const;
  const bootTime = daysAgo(9).toISOString();
  const world: World = {
    format: 'package-server-doctor/practice',
    version: 1,
    scenario,
    language,
    windows: {
      ...installed,
      fqdn,
      machineGuid: randomUUID(),
      addresses: ['127.0.0.1', '10.20.30.7', '::1'],
      bootTime,
      pendingReboot: [],
      schannel: {},
      features: allEnabled(installed),
    },
    rights: 'elevated',
    iis: { sites: packageServerSites(certificate), pools: packageServerPools(), customMetadata: [] },
    httpSys: {
      live: records,
      registry: structuredClone(records),
      urls: [{ port: 8172, service: 'WMSVC' }],
      ipListen: [],
      reservations: [
        { url: 'http://+:5985/wsman/', users: [{ name: String.raw`NT SERVICE\WinRM`, sid: 'NS' }] },
        { url: 'https://+:8172/', users: [{ name: String.raw`NT SERVICE\WMSvc`, sid: 'LS' }] },
      ],
    },
    certificates: [authority.root, certificate, management],
    centralStore: [],
    services: packageServerServices(),
    programs: [],
    otherProduct: null,
    agent: packageServerAgent(bootTime),
    notificationServer: null,
    events: [],
    backups: [],
    files: {},
  };
  return { world, certificate, authority };
}

function packageServerAgent(since: string): NonNullable<World['agent']> {
  const settings = { publishHttps: true, forceBinding: false };
  const item = (id: string, name: string) => ({ id, name, status: 'Ready', time: since });
  return {
    version: '8.8.1280.0',
    installDir: 'C:\\Program Files\\Altiris\\Altiris Agent',
    notificationServer: 'smp01.corp.example',
    packageServer: true,
    keyWritable: true,
    plugin: { missingFeatures: [] },
    settings,
    waiting: null,
    policyReceived: since,
    policyRequested: since,
    com: 'allowed',
    packages: [
      item('7f4c1f3e-52a4-4c2b-9f0a-1d6f0a3c7e11', 'Office update'),
      item('2b90d6c4-8e0f-4c5d-a1b7-93f0c2d4e622', 'Agent upgrade'),
    ],
    log: [],
  };
}

/** A time in the past; hours are fractions of a day. */
export const daysAgo = (days: number): Date => new Date(Date.now() - days * 24 * 3600_000);
