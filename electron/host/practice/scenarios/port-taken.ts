import { reboot } from '../events/reboot.ts';
import { selfSigned } from './authority.ts';
import { daysAgo } from './package-server.ts';
import type { ScenarioDefinition } from './scenario-definition.ts';

/** It won the port after a reboot: HTTP.SYS could not listen there, and the sites did not start. */
export const portTaken: ScenarioDefinition = {
  id: 'port-taken',
  title: 'Another program listens on port 443',
  language: 'en-US',
  build: 17763,
  expectedCause: 'port-taken',
  alsoCauses: ['stopped-site'],
  curedBy: [],
  notOffered: ['rebind-certificate', 'create-https-binding'],
  async arrange({ world }) {
    const { der, privateKey } = await selfSigned({ subject: 'CN=reporter' });
    world.programs.push({
      image: String.raw`C:\Program Files\Contoso\Reporter\reporter.exe`,
      pid: 2900,
      address: '0.0.0.0',
      port: 443,
      certificate: { der, privateKey: privateKey ?? '' },
    });
    reboot(world, daysAgo(1.5));
  },
};
