import type { StoredCertificate } from '../model/certificates.ts';
import type { Iis, Site } from '../model/iis.ts';

/** Site 1, as the agent uses it, and an intranet site that shares its port. */
export function packageServerSites({ hash, store }: StoredCertificate): Site[] {
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

export function packageServerPools(): Iis['pools'] {
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
