import type { Service } from '../model/services.ts';

const hosted = (group: string) => `C:\\Windows\\system32\\svchost.exe -k ${group}`;

/** The services that a package server's repairs and checks meet, all running. */
export function packageServerServices(): Service[] {
  const service = (name: string, displayName: string, pid: number, more: Partial<Service>): Service => ({
    name,
    displayName,
    kind: 'own',
    state: 'running',
    pendingUntil: null,
    pid,
    startMode: 'auto',
    image: '',
    account: 'LocalSystem',
    dependsOn: [],
    stopMs: 0,
    startMs: 0,
    ...more,
  });
  return [
    service('HTTP', 'HTTP Service', 0, {
      kind: 'driver',
      startMode: 'demand',
      image: 'system32\\drivers\\HTTP.sys',
      account: '',
    }),
    service('WAS', 'Windows Process Activation Service', 2104, {
      kind: 'share',
      startMode: 'demand',
      image: hosted('iissvcs'),
    }),
    service('W3SVC', 'World Wide Web Publishing Service', 2104, {
      kind: 'share',
      image: hosted('iissvcs'),
      dependsOn: ['WAS', 'HTTP'],
    }),
    service('WMSVC', 'Web Management Service', 2588, {
      image: 'C:\\Windows\\system32\\inetsrv\\wmsvc.exe',
      account: 'NT AUTHORITY\\LocalService',
      dependsOn: ['HTTP'],
    }),
    service('AeXNSClient', 'Symantec Management Agent', 3176, {
      image: '"C:\\Program Files\\Altiris\\Altiris Agent\\AeXNSAgent.exe"',
      stopMs: 400,
      startMs: 300,
    }),
  ];
}
