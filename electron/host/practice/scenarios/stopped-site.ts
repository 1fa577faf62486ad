import { siteOne } from './arranging.ts';
import type { ScenarioDefinition } from './scenario-definition.ts';

export const stoppedSite: ScenarioDefinition = {
  id: 'stopped-site',
  title: 'The Default Web Site is stopped; another site still answers on port 443',
  language: 'ru-RU',
  build: 20348,
  expectedCause: 'stopped-site',
  alsoCauses: [],
  curedBy: ['start-site', 'refresh-packages'],
  notOffered: ['rebind-certificate', 'create-https-binding'],
  arrange({ world }) {
    siteOne(world).state = 'Stopped';
  },
};
