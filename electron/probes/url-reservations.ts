import { parseUrlAcl } from '../../shared/parsers/netsh-url-acl.ts';
import { askCommand } from './ask-command.ts';
import type { Probe } from './probe.ts';

const timeoutMs = 30_000;

export const urlReservationsProbe: Probe<'urlReservations'> = {
  fact: 'urlReservations',
  title: 'URL reservations of HTTP.SYS (netsh)',
  timeoutMs,
  ask: (host, context) =>
    askCommand(
      host,
      context,
      { name: 'netsh.http.show.urlacl', tool: 'netsh', args: ['http', 'show', 'urlacl'], timeoutMs },
      ({ stdout }) => parseUrlAcl(stdout.text),
    ),
};
