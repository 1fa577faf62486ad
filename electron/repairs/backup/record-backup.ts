import { endpointKey, formatEndpoint } from '../../../shared/httpsys/endpoint.ts';
import type { Endpoint } from '../../../shared/model/endpoint.ts';
import type { HttpSysRecord } from '../../../shared/model/facts/httpsys.ts';
import { commandLine } from '../../../shared/repairs/command-line.ts';
import { recordArguments } from '../netsh-arguments.ts';
import type { LiveState } from '../live-state.ts';
import type { Backup } from './backup.ts';

/** The HTTP.SYS records as commands that a person can run: `appcmd` and the registry do not bring them back. */
export const recordBackup: Backup<LiveState<'httpSysLive'>> = {
  words: ({ endpoint }) =>
    `The HTTP.SYS record of ${endpoint === null ? 'each endpoint' : formatEndpoint(endpoint)} as a ready "netsh http add sslcert" with every flag, and all other records beside it`,
  async make({ state, design, case: kept, run }) {
    const file = await kept.saveBackup(`${run}-httpsys-records.txt`, recordsAsCommands(state, design.endpoint));
    return `The HTTP.SYS records are kept in ${file}`;
  },
};

/** A text for a person: the endpoint that will be changed first, then the others; what netsh cannot set as remarks. */
function recordsAsCommands({ facts, now }: LiveState<'httpSysLive'>, endpoint: Endpoint | null): string {
  const key = endpoint === null ? null : endpointKey(endpoint);
  const isOwn = (record: HttpSysRecord): boolean => endpointKey(record.endpoint) === key;
  const { records } = facts.httpSysLive;
  const own = records.find(isOwn);
  const missing =
    endpoint !== null && own === undefined ? [`rem There was no record for ${formatEndpoint(endpoint)}.`] : [];
  const lines = [
    `rem HTTP.SYS certificate records at ${now}, one command for each. To put one back, delete the`,
    'rem present record of its endpoint first (netsh http delete sslcert), then run its line as administrator.',
    ...missing,
    ...(own === undefined ? [] : [own]).flatMap(asCommand),
    ...records.filter((record) => !isOwn(record)).flatMap(asCommand),
  ];
  return `${lines.join('\r\n')}\r\n`;
}

const asCommand = (record: HttpSysRecord): string[] => [
  ...record.unknownFlags.map(
    (flag) => `rem ${formatEndpoint(record.endpoint)} also holds what netsh cannot set: ${flag}`,
  ),
  commandLine({ binary: 'netsh.exe', args: ['http', 'add', 'sslcert', ...recordArguments(record)] }),
];
