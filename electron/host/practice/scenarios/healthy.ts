import type { ScenarioDefinition } from './scenario-definition.ts';

export const healthy: ScenarioDefinition = {
  id: 'healthy',
  title: 'Nothing is wrong: IIS, HTTP.SYS and the certificate store agree',
  language: 'en-US',
  build: 20348,
  expectedCause: 'healthy',
  alsoCauses: [],
  curedBy: [],
  notOffered: ['rebind-certificate', 'create-https-binding'],
  arrange() {
    // The server as it is made.
  },
};
