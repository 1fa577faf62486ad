import { missingRecord } from './missing-record.ts';
import type { ScenarioDefinition } from './scenario-definition.ts';

export const notElevated: ScenarioDefinition = {
  id: 'not-elevated',
  title: 'Looked at without the rights of an administrator, with the record missing',
  language: 'en-US',
  build: 20348,
  expectedCause: 'undetermined',
  alsoCauses: [],
  curedBy: [],
  notOffered: ['rebind-certificate'],
  async arrange(server) {
    server.world.rights = 'filtered';
    await missingRecord.arrange(server);
  },
};
