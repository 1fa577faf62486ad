import type { ScenarioDefinition } from './scenario-definition.ts';

/** As after a change of the address: the list still has the old one. */
export const ipListen: ScenarioDefinition = {
  id: 'ip-listen',
  title: "HTTP.SYS's listen list leaves out the address of the server",
  language: 'de-DE',
  build: 20348,
  expectedCause: 'ip-listen',
  alsoCauses: [],
  curedBy: [],
  notOffered: ['rebind-certificate', 'create-https-binding'],
  arrange({ world }) {
    world.httpSys.ipListen = ['127.0.0.1', '10.20.30.70'];
  },
};
