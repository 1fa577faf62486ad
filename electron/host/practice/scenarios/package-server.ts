import { defaultExtended } from '../http-sys.ts';
import type { StoredCertificate } from '../model/certificates.ts';
import type { SslRecord } from '../model/http-sys.ts';
import type { Site } from '../model/iis.ts';
import type { World } from '../model/world.ts';
import { createAuthority, selfSigned } from './authority.ts';
import { packageServerServices } from './services.ts';

const fqdn = 'PS07.corp.example';
const iisAppId = '4dc3e181-e14b-4a21-b022-59fc669b0914';
const webManagementAppId = 'd7d72267-fcf9-4424-9eec-7e1d8dcec9a9';

/** The parts of a server that a scenario arranges. */
export interface PackageServer {
  world: World;
  /** The certificate that the server should serve; in MY, and bound. */
  certificate: StoredCertificate;
}

/**
 * A healthy package server: the agent's site 1 and an intranet site share
 * 0.0.0.0:443, and the Web Management Service has a record of its own on 8172.
 */
export async function createPackageServer(scenario: string, language: string, build: number): Promise<PackageServer> {
  const authority = await createAuthority('CN=Corp Example Root CA, O=Corp Example');
  const [certificate, management] = await Promise.all([
    authority.issue({ subject: `CN=${fqdn}`, dns: [fqdn, 'intranet.corp.example'] }),
    selfSigned({ subject: 'CN=WMSvc-SHA2-PS07', validDays: [-300, 3350] }),
  ]);
  const records = [
    // Two settings that differ from the default, so that a repair can lose them.
    record('0.0.0.0:443', certificate, iisAppId, build, {
      checkMode: 1,
      flags: build >= 17763 ? 0x10 : 0,
    }),
    record('0.0.0.0:8172', management, webManagementAppId, build, { flags: 0x2 }),
  ];
  const world: World = {
    format: 'package-server-doctor/practice',
    version: 1,
    scenario,
    language,
    windows: {
      build,
      installationType: 'Server',
      fqdn,
      addresses: ['127.0.0.1', '10.20.30.7', '::1'],
      bootTime: new Date(Date.now() - 9 * 24 * 3600_000).toISOString(),
    },
    rights: 'elevated',
    iis: { sites: sites(certificate), pools: pools(), customMetadata: [] },
    httpSys: { live: records, registry: structuredClone(records), urls: [{ port: 8172, service: 'WMSVC' }] },
    certificates: [authority.root, certificate, management],
    services: packageServerServices(),
    agent: {
      version: '8.8.1280.0',
      installDir: 'C:\\Program Files\\Altiris\\Altiris Agent',
      notificationServer: 'smp01.corp.example',
      packageServer: true,
    },
    backups: [],
    files: {},
  };
  return { world, certificate };
}

function record(
  endpoint: string,
  { hash, store }: StoredCertificate,
  appId: string,
  build: number,
  settings: Partial<SslRecord>,
): SslRecord {
  return {
    kind: 'ip',
    endpoint,
    hash,
    appId,
    store,
    checkMode: 0,
    freshness: 0,
    urlTimeout: 0,
    ctlIdentifier: null,
    ctlStore: null,
    flags: 0,
    extended: defaultExtended(build),
    ...settings,
  };
}

function sites({ hash, store }: StoredCertificate): Site[] {
  const directory = (path: string, physicalPath: string) => ({
    path,
    physicalPath,
    userName: null,
    password: null,
  });
  const shown = { hash, store };
  return [
    {
      id: 1,
      name: 'Default Web Site',
      autoStart: true,
      state: 'Started',
      bindings: [
        { protocol: 'http', bindingInformation: '*:80:', sslFlags: 0, shown: null },
        { protocol: 'https', bindingInformation: '*:443:', sslFlags: 0, shown },
      ],
      applications: [
        {
          path: '/',
          pool: 'DefaultAppPool',
          enabledProtocols: 'http,https',
          virtualDirectories: [
            directory('/', '%SystemDrive%\\inetpub\\wwwroot'),
            directory('/Altiris', 'C:\\Program Files\\Altiris\\Altiris Agent\\Package Server Agent'),
            {
              path: '/pkggroup_{7f4c1f3e-52a4-4c2b-9f0a-1d6f0a3c7e11}',
              physicalPath: 'C:\\Program Files\\Altiris\\Altiris Agent\\Package Delivery',
              userName: 'CORP\\svc-ps-access',
              password: 'practice-only-1',
            },
          ],
        },
      ],
    },
    {
      id: 2,
      name: 'Intranet',
      autoStart: true,
      state: 'Started',
      bindings: [{ protocol: 'https', bindingInformation: '*:443:intranet.corp.example', sslFlags: 0, shown }],
      applications: [
        {
          path: '/',
          pool: 'Intranet',
          enabledProtocols: null,
          virtualDirectories: [directory('/', 'D:\\Intranet')],
        },
      ],
    },
  ];
}

function pools(): World['iis']['pools'] {
  return [
    { name: 'DefaultAppPool', state: 'Started', userName: null, password: null },
    {
      name: 'Intranet',
      state: 'Started',
      userName: 'CORP\\svc-intranet',
      password: 'practice-only-2',
    },
  ];
}
