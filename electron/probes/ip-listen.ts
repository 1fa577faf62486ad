import { parseIpListen } from '../../shared/parsers/netsh-ip-listen.ts';
import { askCommand } from './ask-command.ts';
import type { Probe } from './probe.ts';

const timeoutMs = 30_000;

export const ipListenProbe: Probe<'ipListen'> = {
  fact: 'ipListen',
  title: 'IP listen list of HTTP.SYS (netsh)',
  timeoutMs,
  ask: (host, context) =>
    askCommand(
      host,
      context,
      { name: 'netsh.http.show.iplisten', tool: 'netsh', args: ['http', 'show', 'iplisten'], timeoutMs },
      ({ stdout }) => parseIpListen(stdout.text),
    ),
};
