import { parseHttpRegistry } from '../../shared/parsers/http-registry.ts';
import { askCommand } from './ask-command.ts';
import type { Probe } from './probe.ts';
import { whole } from './registry-key.ts';

const timeoutMs = 30_000;
const key = 'HKLM\\SYSTEM\\CurrentControlSet\\Services\\HTTP\\Parameters';

/** One query of the parent key: the keys for SNI and the certificate store are absent on most servers. */
export const httpSysRegistryProbe: Probe<'httpSysRegistry'> = {
  fact: 'httpSysRegistry',
  title: 'HTTP.SYS certificate records in the registry',
  timeoutMs,
  ask: (host, context) =>
    askCommand(
      host,
      context,
      { name: 'reg.http.parameters', tool: 'reg', args: ['query', key, '/s', '/reg:64'], timeoutMs },
      whole(parseHttpRegistry),
    ),
};
