import { iisRecord } from '../iis.ts';
import { bindHttps, changeTables } from './arranging.ts';
import type { ScenarioDefinition } from './scenario-definition.ts';

export const wildcardSni: ScenarioDefinition = {
  id: 'wildcard-sni',
  title: 'The site is bound to *.corp.example, beside a record for all addresses',
  language: 'pl-PL',
  build: 20348,
  expectedCause: 'healthy',
  alsoCauses: [],
  curedBy: [],
  notOffered: ['rebind-certificate'],
  async arrange({ world, authority }) {
    const wildcard = await authority.issue({ subject: 'CN=*.corp.example', dns: ['*.corp.example'] });
    world.certificates.push(wildcard);
    bindHttps(world, '*:443:*.corp.example', 1, wildcard);
    const record = { ...iisRecord('*.corp.example:443', wildcard), kind: 'sni' as const };
    changeTables(world, (records) => [...records, record]);
  },
};
