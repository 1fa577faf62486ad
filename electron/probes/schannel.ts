import { parseSchannelRegistry } from '../../shared/parsers/schannel-registry.ts';
import { askCommand } from './ask-command.ts';
import type { Probe } from './probe.ts';
import { whole } from './registry-key.ts';

const timeoutMs = 15_000;
const key = 'HKLM\\SYSTEM\\CurrentControlSet\\Control\\SecurityProviders\\SCHANNEL\\Protocols';

export const schannelProbe: Probe<'schannel'> = {
  fact: 'schannel',
  title: 'TLS protocols of Schannel (registry)',
  timeoutMs,
  ask: (host, context) =>
    askCommand(
      host,
      context,
      { name: 'reg.schannel.protocols', tool: 'reg', args: ['query', key, '/s', '/reg:64'], timeoutMs },
      whole(parseSchannelRegistry),
    ),
};
