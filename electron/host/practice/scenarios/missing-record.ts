import { changeTables, shared443, without } from './arranging.ts';
import type { ScenarioDefinition } from './scenario-definition.ts';

/** As after appcmd, a restored configuration or an edited file: a binding, and nothing in HTTP.SYS. */
export const missingRecord: ScenarioDefinition = {
  id: 'missing-record',
  title: 'The https binding is there, HTTP.SYS has no certificate record for it',
  language: 'en-US',
  build: 17763,
  expectedCause: 'missing-record',
  alsoCauses: [],
  curedBy: ['rebind-certificate', 'refresh-packages'],
  notOffered: ['create-https-binding'],
  arrange({ world }) {
    changeTables(world, without(shared443));
    for (const binding of world.iis.sites.flatMap(({ bindings }) => bindings)) binding.shown = null;
  },
};
