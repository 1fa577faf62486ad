import { parseAppcmdSites } from '../../shared/parsers/appcmd-sites.ts';
import { askCommand } from './ask-command.ts';
import type { Probe } from './probe.ts';

const timeoutMs = 30_000;

export const iisViewProbe: Probe<'iisView'> = {
  fact: 'iisView',
  title: 'Sites and bindings as IIS shows them (appcmd)',
  timeoutMs,
  ask: (host, context) =>
    askCommand(
      host,
      context,
      {
        name: 'appcmd.list.site',
        tool: 'appcmd',
        args: ['list', 'site', '/xml', '/config'],
        // It prints the passwords of virtual directories as well.
        filter: 'applicationHost',
        // A list without an entry ends with 1.
        okExitCodes: [0, 1],
        timeoutMs,
      },
      (answer) => parseAppcmdSites(answer.stdout.text),
    ),
};
