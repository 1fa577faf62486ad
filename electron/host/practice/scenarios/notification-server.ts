import type { ScenarioDefinition } from './scenario-definition.ts';

/** KB172128's note: package service there is not recommended. */
export const notificationServer: ScenarioDefinition = {
  id: 'notification-server',
  title: 'The server is the Notification Server itself',
  language: 'en-US',
  build: 20348,
  expectedCause: 'notification-server',
  alsoCauses: [],
  curedBy: [],
  notOffered: ['create-https-binding', 'force-overwrite'],
  arrange({ world }) {
    const { fqdn } = world.windows;
    world.notificationServer = { installPath: String.raw`C:\Program Files\Altiris\Notification Server` };
    if (world.agent !== null) world.agent.notificationServer = fqdn;
    world.services.push({
      ...structuredClone(world.services.find(({ name }) => name === 'AeXNSClient')!),
      name: 'AeXSvc',
      displayName: 'Altiris Service',
      image: String.raw`"C:\Program Files\Altiris\Notification Server\Bin\AeXSvc.exe"`,
      pid: 3960,
    });
  },
};
