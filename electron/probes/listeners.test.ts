import { describe, expect, test } from 'vitest';
import { queueOwners } from './listener-owners.ts';
import { listenersProbe } from './listeners.ts';
import { lines } from './test-support/answers.ts';
import { contextWith, replayHost } from './test-support/replay-host.ts';

const socket = (port: number, pid: number) => `  TCP    0.0.0.0:${port}    0.0.0.0:0    LISTENING    ${pid}`;
const queue = lines('x', '-----', 'Name: Pool', ' V: 2.0', '  3120', '  HTTPS://*:443/');
const tasks = lines('"w3wp.exe","3120","N/A"', '"httpd.exe","77","Apache2.4"');
const commands = (...sockets: string[]) => ({
  'netstat.ano': { text: lines(...sockets) },
  'netsh.http.show.servicestate': { text: queue },
  'tasklist.svc': { text: tasks },
});

test('HTTP.SYS is explained by its queues, and no process more is started', async () => {
  const host = replayHost({ commands: commands(socket(443, 4), socket(3389, 980)) });
  expect(await listenersProbe.ask(host, contextWith())).toEqual({
    state: 'known',
    evidence: ['netstat.ano', 'netsh.http.show.servicestate'],
    value: [
      { address: '0.0.0.0', port: 443, pid: 4, owner: 'Pool' },
      { address: '0.0.0.0', port: 3389, pid: 980, owner: null },
    ],
  });
  expect(host.asked).not.toContain('tasklist.svc');
});

test('another program on the port is named', async () => {
  const host = replayHost({ commands: commands(socket(443, 77)) });
  expect(await listenersProbe.ask(host, contextWith())).toMatchObject({ value: [{ pid: 77, owner: 'httpd.exe' }] });
});

test('without names the listeners are still known, without netstat they are not', async () => {
  const { 'netstat.ano': netstat } = commands(socket(443, 77));
  const unnamed = await listenersProbe.ask(replayHost({ commands: { 'netstat.ano': netstat } }), contextWith());
  expect(unnamed).toMatchObject({ state: 'known', evidence: ['netstat.ano'], value: [{ owner: null }] });
  expect(await listenersProbe.ask(replayHost({}), contextWith())).toMatchObject({ reason: 'unsupported' });
});

describe('who stands behind HTTP.SYS', () => {
  const image = (name: string, pid = 1) => ({ pid, image: `C:\\x\\${name}` });
  const owners = queueOwners(
    [
      { name: 'DefaultAppPool', processes: [image('w3wp.exe')], urls: ['HTTPS://*:443/', 'HTTP://*:80/'] },
      { name: 'Idle', processes: [], urls: ['https://[::1]/x'] },
      { name: 'unnamed', processes: [image('svchost.exe'), { pid: 9, image: null }], urls: ['http://+:5985/wsman/'] },
    ],
    new Map([[9, 'other.exe']]),
  );
  test.each([
    [443, 'Idle, w3wp.exe (DefaultAppPool)'],
    [80, 'w3wp.exe (DefaultAppPool)'],
    [5985, 'other.exe, svchost.exe'],
    [445, null],
  ])('%i: %s', (port, owner) => expect(owners(port)).toBe(owner));
});
