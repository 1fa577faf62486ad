import { addRecord } from '../http-sys.ts';
import { iisRecord } from '../iis.ts';
import { selfSigned } from './authority.ts';
import { daysAgo } from './package-server.ts';
import type { ScenarioDefinition } from './scenario-definition.ts';

export const shadowedEndpoint: ScenarioDefinition = {
  id: 'shadowed-endpoint',
  title: 'A record for the address itself comes before the one of the binding',
  language: 'fr-FR',
  build: 17763,
  expectedCause: 'shadowed-endpoint',
  alsoCauses: [],
  curedBy: ['remove-shadowing-record', 'refresh-packages'],
  notOffered: ['create-https-binding'],
  async arrange({ world }) {
    const other = await selfSigned({ subject: 'CN=old-console.corp.example', validDays: [-500, 600] });
    world.certificates.push(other);
    const record = { ...iisRecord('10.20.30.7:443', other), appId: '9c3b5a0e-77d1-4f0a-8d2e-5b6f1c9a4e20' };
    addRecord(world, record, daysAgo(1.5));
  },
};
