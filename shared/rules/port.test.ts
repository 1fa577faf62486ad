import { expect, it } from 'vitest';
import { rules } from './catalogue.ts';
import { judgeAll } from './frame.ts';
import { bindings, judgeTable } from './rule-table.ts';
import { asFacts, context, soundServer } from './sample-server.ts';

judgeTable([
  ['httpsys.ipListen', 'empty', 'pass', () => undefined],
  ['httpsys.ipListen', 'the own address', 'info', (s) => void (s.ipListen.addresses = ['10.20.30.7'])],
  ['httpsys.ipListen', 'every address', 'info', (s) => void (s.ipListen.addresses = ['0.0.0.0'])],
  ['httpsys.ipListen', 'loopback only', 'fail', (s) => void (s.ipListen.addresses = ['127.0.0.1']), /10\.20\.30\.7/],
  [
    'httpsys.ipListen',
    'not the address of the binding',
    'fail',
    (s) => {
      bindings(s, { address: '10.20.30.8' });
      s.ipListen.addresses = ['10.20.30.7'];
    },
    /10\.20\.30\.8/,
  ],
  [
    'httpsys.ipListen',
    'some addresses',
    'warn',
    (s) => void (s.ipListen.addresses = ['10.20.30.7']),
    /leaves out 10\.20\.30\.9/,
    {},
    ['127.0.0.1', '10.20.30.7', '10.20.30.9', 'fe80::1'],
  ],
  ['httpsys.ipListen', 'no https binding', 'info', (s) => bindings(s, { protocol: 'http' }), /Does not arise/],
  ['port.owner', 'HTTP.SYS', 'pass', () => undefined],
  [
    'port.owner',
    'another program',
    'fail',
    (s) => void (s.listeners = [{ address: '0.0.0.0', port: 443, pid: 812, owner: 'nginx.exe' }]),
    /nginx\.exe/,
  ],
  [
    'port.owner',
    'another program on one address',
    'fail',
    (s) => s.listeners.push({ address: '10.20.30.7', port: 443, pid: 812, owner: null }),
    /name not known/,
  ],
  [
    'port.owner',
    'nobody',
    'fail',
    (s) => {
      s.listeners = [];
      for (const attempt of s.handshakes.attempts) attempt.outcome = 'refused';
    },
    /Nobody listens/,
  ],
  ['port.owner', 'nobody, while handshakes are completed', 'warn', (s) => void (s.listeners = []), /not whole/],
  ['port.owner', 'nobody, and no binding', 'info', (s) => (bindings(s), void (s.listeners = []))],
  [
    'port.owner',
    'nobody, bindings not known',
    'info',
    (s) => void (s.listeners = []),
    /no binding is known/,
    { iisConfig: 'failed' },
  ],
  ['port.owner', 'HTTP.SYS, bindings not known', 'info', () => undefined, /not known/, { iisConfig: 'failed' }],
  ['port.owner', 'nobody on the port of the binding', 'fail', (s) => bindings(s, { port: 8443 }), /8443/],
  [
    'port.owner',
    'a program on another port',
    'pass',
    (s) => s.listeners.push({ address: '0.0.0.0', port: 8443, pid: 812, owner: null }),
  ],
]);

it('says the commands for the IP listen list as they are to be run, each on a line of its own', () => {
  const server = soundServer();
  server.ipListen.addresses = ['127.0.0.1'];
  const finding = judgeAll(asFacts(server), rules, context).find(({ id }) => id === 'httpsys.ipListen');
  const lines = finding?.detail.split('\n') ?? [];
  expect(lines.some((line) => line.endsWith(': netsh http add iplisten ipaddress=10.20.30.7'))).toBe(true);
  expect(lines.some((line) => line.endsWith(': netsh http delete iplisten ipaddress=127.0.0.1'))).toBe(true);
});
