import { describe, expect, test } from 'vitest';
import { parseIpListen } from './netsh-ip-listen.ts';
import { parseServiceState } from './netsh-service-state.ts';
import { parseUrlAcl } from './netsh-url-acl.ts';
import { parsed } from './parsed.ts';

const lines = (...parts: string[]): string => parts.map((part) => `${part}\r\n`).join('');

describe('netsh http show iplisten', () => {
  const head = ['', 'IP addresses present in the IP listen list:', '-'.repeat(43), ''];
  test('addresses in one spelling, in any language', () => {
    expect(parseIpListen(lines(...head, '    10.0.0.7', '    0:0::1', ''))).toEqual(
      parsed({ addresses: ['10.0.0.7', '::1'] }),
    );
    expect(parseIpListen(lines('', 'Überwachungsliste:', '-'.repeat(20), '', ''))).toEqual(parsed({ addresses: [] }));
  });
  test.each([
    ['nothing', ''],
    ['an error', lines('', 'The system cannot find the file specified.', '')],
    ['an error below the heading', lines(...head, 'Error: 5', '')],
    ['the end cut off within an address', lines(...head) + '    10.0.0.1'],
    ['the end cut off within the heading', lines('', 'IP addresses:')],
    ['a megabyte on one line', lines(...head, 'x'.repeat(1_000_000))],
  ])('%s is no empty list', (_, text) => expect(parseIpListen(text).ok).toBe(false));
});

test('netsh http show urlacl: URLs and users, in any language', () => {
  const text = lines(
    '',
    'URL Reservations: ',
    '----------------- ',
    '',
    '    Reserved URL            : http://*:2869/ ',
    '        User: NT AUTHORITY\\LOCAL SERVICE',
    '            Listen: Yes',
    '            Delegate: No',
    '        User: BUILTIN\\Users',
    '            Listen: Yes',
    '            Delegate: No',
    '            SDDL: D:(A;;GX;;;LS)(A;;GX;;;BU) ',
    '',
    '    Reservierte URL         : https://+:443/sra_{BA195980-CD49-458b-9E23-C84EE0ADCD75}/ ',
    '        Benutzer: NT-AUTORIT\u00c4T\\SYSTEM',
    '            Abh\u00f6ren: Ja',
    '            SDDL: D:(A;;GX;;;SY) ',
    '',
  );
  expect(parseUrlAcl(text)).toEqual(
    parsed({
      items: [
        { url: 'http://*:2869/', users: ['NT AUTHORITY\\LOCAL SERVICE', 'BUILTIN\\Users'] },
        { url: 'https://+:443/sra_{BA195980-CD49-458b-9E23-C84EE0ADCD75}/', users: ['NT-AUTORIT\u00c4T\\SYSTEM'] },
      ],
    }),
  );
  expect(parseUrlAcl('').ok).toBe(false);
});

describe('netsh http show servicestate', () => {
  const head = ['', 'Snapshot of HTTP service state:', '-'.repeat(53), ''];
  test('by request queues, with ids alone', () => {
    const queue = (name: string, pid: number, url: string) => [
      `Request queue name: ${name}`,
      '    Version: 2.0',
      '    State: Active',
      '    Number of active processes attached: 1',
      '    Controller process ID: 2552',
      '    Process IDs:',
      `        ${pid}`,
      '    URL groups:',
      '    URL group ID: FE00000040000001',
      '        State: Active',
      `        Request queue name: ${name}`,
      '        Number of registered URLs: 1',
      '        Registered URLs:',
      `            ${url}`,
      '        Server session ID: FF00000020000001',
      '            Version: 1.0',
      '            State: Active',
      '',
    ];
    const unnamed = 'Request queue is unnamed.';
    const text = lines(
      ...head,
      ...queue(unnamed, 944, 'HTTP://+:5985/WSMAN/'),
      ...queue(unnamed, 1344, 'HTTPS://*:443/'),
    );
    expect(parseServiceState(text)).toEqual(
      parsed([
        { name: unnamed, processes: [{ pid: 944, image: null }], urls: ['HTTP://+:5985/WSMAN/'] },
        { name: unnamed, processes: [{ pid: 1344, image: null }], urls: ['HTTPS://*:443/'] },
      ]),
    );
  });
  test('by sessions, with images, in another language', () => {
    const text = lines(
      ...head,
      'Serversitzungs-ID: FF00000320000001',
      '    Version: 2.0',
      '    Status: Aktiv',
      '    URL-Gruppen-ID: FE00000340000001',
      '        Status: Aktiv',
      '        Name der Anforderungswarteschlange: DefaultAppPool',
      '        Registrierte URLs:',
      '            HTTPS://*:443/',
      '',
      'Anforderungswarteschlangen:',
      '    Name der Anforderungswarteschlange: DefaultAppPool',
      '        Version: 2.0',
      '        Status: Aktiv',
      '        Prozesse:',
      '            ID: 4388, Image: C:\\Windows\\System32\\inetsrv\\w3wp.exe',
      '            Services: W3SVC',
      '',
    );
    const processes = [{ pid: 4388, image: 'C:\\Windows\\System32\\inetsrv\\w3wp.exe' }];
    expect(parseServiceState(text)).toEqual(parsed([{ name: 'DefaultAppPool', processes, urls: ['HTTPS://*:443/'] }]));
  });
  test('is unreadable when it is something else', () => expect(parseServiceState('Fehler').ok).toBe(false));
});
