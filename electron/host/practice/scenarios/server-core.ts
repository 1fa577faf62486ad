import { allEnabled } from '../features/features.ts';
import { missingRecord } from './missing-record.ts';
import type { ScenarioDefinition } from './scenario-definition.ts';

export const serverCore: ScenarioDefinition = {
  id: 'server-core',
  title: 'Server Core without a record: nothing is missing that this edition does not have',
  language: 'en-US',
  build: 20348,
  expectedCause: 'missing-record',
  alsoCauses: [],
  curedBy: ['rebind-certificate', 'refresh-packages'],
  notOffered: ['install-features', 'create-https-binding'],
  async arrange(server) {
    const { windows } = server.world;
    windows.installationType = 'Server Core';
    windows.features = allEnabled(windows);
    await missingRecord.arrange(server);
  },
};
