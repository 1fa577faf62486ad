import { describe, expect, test } from 'vitest';
import { parseNetstat } from './netstat.ts';
import { parsed } from './parsed.ts';
import { parseTasklist } from './tasklist.ts';

const lines = (...parts: string[]): string => parts.map((part) => `${part}\r\n`).join('');

describe('netstat -ano', () => {
  const german = lines(
    '',
    'Aktive Verbindungen',
    '',
    '  Proto  Lokale Adresse         Remoteadresse          Status           PID',
    '  TCP    0.0.0.0:443            0.0.0.0:0              ABH\u00d6REN         4',
    '  TCP    10.0.0.7:49812         10.0.0.2:443           HERGESTELLT     3192',
    '  TCP    [fe80::1%12]:8443      [::]:0                 ABH\u00d6REN         512',
    '  UDP    0.0.0.0:123            *:*                                    1212',
  );
  test('what listens, whatever the word for it', () => {
    expect(parseNetstat(german)).toEqual(
      parsed([
        { address: '0.0.0.0', port: 443, pid: 4 },
        { address: 'fe80::1%12', port: 8443, pid: 512 },
      ]),
    );
  });
  test.each([
    ['nothing', ''],
    ['headings alone', german.split('  TCP')[0]!],
    ['the end cut off', german.slice(0, -20)],
    ['the end cut off in the indentation of a line', german.slice(0, german.lastIndexOf('  UDP') + 1)],
  ])('%s does not say that nobody listens', (_, text) => expect(parseNetstat(text).ok).toBe(false));
});

test('tasklist: names by process id, and services of those that share one', () => {
  const text = lines(
    '"System Idle Process","0","N/A"',
    '"svchost.exe","900","W3SVC,WAS"',
    '"we,ird ""x"".exe","12","Nicht zutreffend"',
  );
  expect(parseTasklist(text)).toEqual(
    parsed(
      new Map([
        [0, 'System Idle Process'],
        [900, 'svchost.exe (W3SVC, WAS)'],
        [12, 'we,ird ""x"".exe'],
      ]),
    ),
  );
  expect(parseTasklist('ERROR: no').ok).toBe(false);
});
