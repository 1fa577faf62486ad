import type { ScenarioDefinition } from './scenario-definition.ts';

/** KB422201: the site answers 503. */
export const stoppedAppPool: ScenarioDefinition = {
  id: 'stopped-app-pool',
  title: 'The application pool of the package server is stopped',
  language: 'tr-TR',
  build: 17763,
  expectedCause: 'stopped-site',
  alsoCauses: [],
  curedBy: ['start-site', 'refresh-packages'],
  notOffered: ['rebind-certificate', 'create-https-binding'],
  arrange({ world }) {
    const pool = world.iis.pools.find(({ name }) => name === 'DefaultAppPool');
    if (pool !== undefined) pool.state = 'Stopped';
  },
};
