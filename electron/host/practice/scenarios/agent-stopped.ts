import { stopService } from '../service-control.ts';
import { daysAgo } from './package-server.ts';
import type { ScenarioDefinition } from './scenario-definition.ts';

export const agentStopped: ScenarioDefinition = {
  id: 'agent-stopped',
  title: 'The agent service is stopped',
  language: 'fr-FR',
  build: 26100,
  expectedCause: 'agent-stopped',
  alsoCauses: [],
  curedBy: ['restart-agent'],
  notOffered: ['rebind-certificate'],
  arrange({ world }) {
    stopService(world, 'AeXNSClient', daysAgo(1.5));
  },
};
