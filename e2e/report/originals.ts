import type { PracticeServer } from '../../electron/host/practice/practice-server.ts';

type World = Awaited<ReturnType<PracticeServer['world']>>;

/** What the people of a practice server would not want to send, as they and their network call it. */
export function originalsOf(world: World): string[] {
  const { windows, agent, iis, httpSys } = world;
  const hosts = [windows.fqdn, agent?.notificationServer ?? '', 'intranet.corp.example', 'smp01.corp.example'];
  const users = [
    ...iis.pools.map(({ userName }) => userName),
    ...iis.sites.flatMap((site) =>
      site.applications.flatMap((each) => each.virtualDirectories.map(({ userName }) => userName)),
    ),
  ].map((name) => name?.split('\\').at(-1));
  const names = [
    ...hosts,
    ...hosts.map((name) => name.split('.')[0]),
    'corp.example',
    'CORP',
    'Corp Example',
    ...users,
  ];
  return [
    ...new Set([
      ...names,
      ...[...windows.addresses, ...httpSys.ipListen].filter((address) => !/^(?:127\.|::1$)/u.test(address)),
    ]),
  ].filter((name): name is string => Boolean(name) && name!.length > 3);
}
