import type { World } from '../model/world.ts';
import { sz, type RegistryKey } from './registry-key.ts';

const altiris = 'HKEY_LOCAL_MACHINE\\SOFTWARE\\Altiris';

/** What the agent and, on a Notification Server, the platform keep. */
export function altirisKeys({ agent, notificationServer }: World): RegistryKey[] {
  return [
    ...(agent === null ? [] : agentKeys(agent)),
    ...(notificationServer === null
      ? []
      : [
          {
            path: `${altiris}\\AIM`,
            values: [sz('InstallDir', 'C:\\Program Files\\Altiris\\Altiris Installation Manager')],
          },
          {
            path: `${altiris}\\eXpress\\Notification Server`,
            values: [sz('InstallPath', notificationServer.installPath)],
          },
        ]),
  ];
}

function agentKeys(agent: NonNullable<World['agent']>): RegistryKey[] {
  const root = `${altiris}\\Altiris Agent`;
  const server = agent.notificationServer;
  return [
    {
      path: root,
      values: [
        sz('AgentPlatform', 'x64'),
        sz('InstallDir', agent.installDir),
        sz('MachineGuid', '{5D0F6C1B-8C1F-4E0B-9A4B-2B1F0D3C7A10}'),
        sz('Version', agent.version),
      ],
    },
    ...(agent.packageServer ? [{ path: `${root}\\Package Server`, values: [] }] : []),
    { path: `${root}\\Servers`, values: [sz('', server)] },
    {
      path: `${root}\\Servers\\${server}`,
      values: [
        sz('Policy Last Received', agentTime(agent.policyReceived)),
        sz('Policy Last Requested', agentTime(agent.policyRequested)),
        sz('Policy Update Interval (mins)', '60'),
        sz('Version', agent.version),
        sz('Web', `https://${server}:443/altiris`),
      ],
    },
  ];
}

/** As the agent writes times: `2025-06-07 12:43:52 +2:00`. The server's clock is UTC. */
const agentTime = (iso: string) => `${iso.slice(0, 19).replace('T', ' ')} +0:00`;
