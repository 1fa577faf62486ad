import { iisRecord } from '../iis.ts';
import { bindHttps, changeTables, shared443, without } from './arranging.ts';
import type { ScenarioDefinition } from './scenario-definition.ts';

export const sniOnly: ScenarioDefinition = {
  id: 'sni-only',
  title: 'The site is bound by its host name alone: who sends no name is not served',
  language: 'en-US',
  build: 26100,
  expectedCause: 'healthy',
  alsoCauses: [],
  curedBy: [],
  notOffered: ['rebind-certificate', 'remove-shadowing-record'],
  arrange({ world, certificate }) {
    const { fqdn } = world.windows;
    bindHttps(world, `*:443:${fqdn}`, 1, certificate);
    const [, intranet] = world.iis.sites;
    for (const binding of intranet?.bindings ?? []) binding.sslFlags = 1;
    const names = [fqdn, 'intranet.corp.example'];
    changeTables(world, (records) => [
      ...without(shared443)(records),
      ...names.map((name) => ({ ...iisRecord(`${name}:443`, certificate), kind: 'sni' as const })),
    ]);
  },
};
