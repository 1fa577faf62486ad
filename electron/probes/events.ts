import { parseSystemEvents } from '../../shared/parsers/system-events.ts';
import { askCommand } from './ask-command.ts';
import type { Probe } from './probe.ts';

const timeoutMs = 30_000;
const mostEvents = 500;
const dayMs = 86_400_000;

const anyOf = (ids: readonly number[]): string => `(${ids.map((id) => `EventID=${id}`).join(' or ')})`;
const from = (provider: string, ids: readonly number[], more = ''): string =>
  `(Provider[@Name='${provider}'] and ${anyOf(ids)}${more})`;

/**
 * Changes and failures of HTTP.SYS's certificate records, private keys that
 * Schannel cannot use, and boots. What Schannel says of single clients can be a
 * flood: of that only the last day is asked, or it would push out the others.
 */
const query = `*[System[${[
  from('Microsoft-Windows-HttpEvent', [15005, 15014, 15015, 15019, 15020, 15021, 15300, 15301, 15302]),
  from('Schannel', [36870]),
  from('Schannel', [36871, 36874, 36888], ` and TimeCreated[timediff(@SystemTime) <= ${dayMs}]`),
  from('Microsoft-Windows-Kernel-General', [12]),
  from('EventLog', [6005]),
].join(' or ')}]]`;

export const eventsProbe: Probe<'events'> = {
  fact: 'events',
  title: 'System event log: HTTP.SYS, Schannel, boots (wevtutil)',
  timeoutMs,
  ask: (host, context) =>
    askCommand(
      host,
      context,
      {
        name: 'wevtutil.system',
        tool: 'wevtutil',
        args: ['qe', 'System', `/q:${query}`, '/f:xml', '/rd:true', `/c:${mostEvents}`, '/e:Events'],
        timeoutMs,
      },
      ({ stdout }) => parseSystemEvents(stdout.text),
    ),
};
