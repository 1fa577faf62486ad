import { replaceRecord } from '../http-sys.ts';
import { iisRecord } from '../iis.ts';
import { shared443 } from './arranging.ts';
import { daysAgo } from './package-server.ts';
import type { ScenarioDefinition } from './scenario-definition.ts';

export const foreignOwner: ScenarioDefinition = {
  id: 'foreign-owner',
  title: 'Work Folders owns the record of port 443, with a certificate of its own',
  language: 'de-DE',
  build: 20348,
  expectedCause: 'foreign-owner',
  alsoCauses: [],
  curedBy: ['force-overwrite'],
  notOffered: ['remove-shadowing-record'],
  async arrange({ world, authority }) {
    const other = await authority.issue({ subject: 'CN=workfolders.corp.example', dns: ['workfolders.corp.example'] });
    world.certificates.push(other);
    replaceRecord(
      world,
      { ...iisRecord(shared443, other), appId: 'ce66697b-3aa0-49d1-bdbd-a25c8359fd5d' },
      daysAgo(1.5),
    );
  },
};
