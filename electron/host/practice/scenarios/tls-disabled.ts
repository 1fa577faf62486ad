import { reboot } from '../events/reboot.ts';
import { daysAgo } from './package-server.ts';
import type { ScenarioDefinition } from './scenario-definition.ts';

export const tlsDisabled: ScenarioDefinition = {
  id: 'tls-disabled',
  title: 'TLS 1.2 is switched off in Schannel',
  language: 'ru-RU',
  build: 17763,
  expectedCause: 'tls-disabled',
  alsoCauses: [],
  curedBy: [],
  notOffered: ['rebind-certificate', 'create-https-binding'],
  arrange({ world }) {
    world.windows.schannel['TLS 1.2'] = { enabled: 0, disabledByDefault: 1 };
    reboot(world, daysAgo(1.5));
  },
};
