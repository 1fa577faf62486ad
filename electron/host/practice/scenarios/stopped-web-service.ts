import { stopService } from '../service-control.ts';
import { daysAgo } from './package-server.ts';
import type { ScenarioDefinition } from './scenario-definition.ts';

export const stoppedWebService: ScenarioDefinition = {
  id: 'stopped-web-service',
  title: 'The World Wide Web Publishing Service is stopped',
  language: 'ru-RU',
  build: 14393,
  expectedCause: 'stopped-site',
  alsoCauses: [],
  curedBy: ['start-site', 'refresh-packages'],
  notOffered: ['rebind-certificate', 'create-https-binding'],
  arrange({ world }) {
    stopService(world, 'W3SVC', daysAgo(1.5));
  },
};
