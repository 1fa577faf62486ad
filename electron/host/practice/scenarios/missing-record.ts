import type { ScenarioDefinition } from './scenario-definition.ts';

/** As after appcmd, a restored configuration or an edited file: a binding, and nothing in HTTP.SYS. */
export const missingRecord: ScenarioDefinition = {
  id: 'missing-record',
  title: 'The https binding is there, HTTP.SYS has no certificate record for it',
  language: 'en-US',
  build: 17763,
  expectedCause: 'missing-record',
  alsoCauses: [],
  curedBy: ['rebind-certificate'],
  notOffered: ['create-https-binding'],
  arrange({ world }) {
    const others = (records: typeof world.httpSys.live) => records.filter(({ endpoint }) => endpoint !== '0.0.0.0:443');
    world.httpSys.live = others(world.httpSys.live);
    world.httpSys.registry = others(world.httpSys.registry);
    for (const binding of world.iis.sites.flatMap(({ bindings }) => bindings)) binding.shown = null;
  },
};
