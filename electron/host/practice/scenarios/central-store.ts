import { iisRecord } from '../iis.ts';
import { changeTables, shared443, without } from './arranging.ts';
import type { ScenarioDefinition } from './scenario-definition.ts';

export const centralStore: ScenarioDefinition = {
  id: 'central-store',
  title: 'The certificates come from the Central Certificate Store',
  language: 'en-US',
  build: 20348,
  expectedCause: 'healthy',
  alsoCauses: [],
  curedBy: [],
  notOffered: ['rebind-certificate'],
  async arrange({ world, authority }) {
    const { fqdn } = world.windows;
    world.centralStore.push(await authority.issue({ subject: `CN=${fqdn}`, dns: [fqdn, 'intranet.corp.example'] }));
    for (const binding of world.iis.sites.flatMap(({ bindings }) => bindings)) {
      if (binding.protocol !== 'https') continue;
      const host = binding.bindingInformation.endsWith(':') ? fqdn : 'intranet.corp.example';
      Object.assign(binding, { bindingInformation: `*:443:${host}`, sslFlags: 3, shown: null });
    }
    const record = { ...iisRecord('443', { hash: '', store: '' }), kind: 'ccs' as const, hash: null, store: null };
    changeTables(world, (records) => [...without(shared443)(records), record]);
  },
};
