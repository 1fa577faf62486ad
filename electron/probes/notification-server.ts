import { known } from '../../shared/model/fact.ts';
import { parsed, unreadable } from '../../shared/parsers/parsed.ts';
import { parseRegQuery, readText } from '../../shared/parsers/reg-query.ts';
import { askCommand } from './ask-command.ts';
import { askServiceStatus } from './ask-service.ts';
import type { Probe } from './probe.ts';
import { orAbsent } from './registry-key.ts';

const timeoutMs = 15_000;
const key = 'HKLM\\SOFTWARE\\Altiris\\eXpress\\Notification Server';
const value = 'InstallPath';

const readInstallPath = orAbsent((text) => {
  const path = parseRegQuery(text).flatMap((found) => readText(found, value) ?? [])[0];
  return path === undefined ? unreadable(`the value ${value} is not in it`) : parsed(path);
});

export const notificationServerProbe: Probe<'notificationServer'> = {
  fact: 'notificationServer',
  title: 'Signs of a Notification Server on this server',
  timeoutMs,
  async ask(host, context) {
    const args = ['query', key, '/v', value, '/reg:64'];
    const question = { name: 'reg.notificationServer', tool: 'reg', args, okExitCodes: [0, 1], timeoutMs } as const;
    const [installPath, service] = await Promise.all([
      askCommand(host, context, question, readInstallPath),
      askServiceStatus(host, context, 'AeXSvc'),
    ]);
    if (installPath.state === 'unknown') return installPath;
    if (service.state === 'unknown') return service;
    return known({ installPath: installPath.value || null, serviceState: service.value?.state ?? null }, [
      ...installPath.evidence,
      ...service.evidence,
    ]);
  },
};
