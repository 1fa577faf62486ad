import { expect, test } from 'vitest';
import type { HttpSysRecord } from '../../shared/model/facts/httpsys.ts';
import type { IisBinding } from '../../shared/model/facts/iis.ts';
import { planHandshakes } from './handshake-plan.ts';

const fqdn = 'PS07.corp.example';
const binding = (port: number, host = '', protocol: 'http' | 'https' = 'https'): IisBinding => ({
  protocol,
  address: '*',
  port,
  host,
  sslFlags: 0,
});
const record = (host: string, port: number): HttpSysRecord => ({
  endpoint: { kind: host === '' ? 'ip' : 'sni', address: host === '' ? '0.0.0.0' : '', host, port },
  thumbprint: null,
  thumbprintReadable: true,
  appId: null,
  store: null,
  flags: {},
  unknownFlags: [],
});
const words = (plan: ReturnType<typeof planHandshakes>): string[] =>
  plan.map(({ address, port, serverName, http, version = '' }) =>
    `${address} ${port} ${serverName}${http ? ' GET' : ''} ${version}`.trimEnd(),
  );

test('443 on each address, without a name and with the own one, which asks for a page once', () => {
  expect(
    words(planHandshakes(fqdn, ['127.0.0.1', '::1', '10.0.0.7', '10.0.0.8', 'fe80::1', '169.254.1.1'], [], [])),
  ).toEqual([
    '127.0.0.1 443 null',
    '::1 443 null',
    '10.0.0.7 443 null',
    '10.0.0.8 443 null',
    `127.0.0.1 443 ${fqdn}`,
    `::1 443 ${fqdn}`,
    `10.0.0.7 443 ${fqdn} GET`,
    `10.0.0.8 443 ${fqdn}`,
    `10.0.0.7 443 ${fqdn} TLSv1.2`,
    `10.0.0.7 443 ${fqdn} TLSv1.3`,
  ]);
});

test('ports and names of the bindings and of SNI records, each once', () => {
  const bindings = [binding(8443, 'a.example'), binding(80, 'b.example', 'http'), binding(443, fqdn.toLowerCase())];
  const records = [record('c.example', 8443), record('*.d.example', 8443), record('e.example', 9443), record('', 443)];
  expect(words(planHandshakes(fqdn, [], bindings, records))).toEqual([
    '127.0.0.1 443 null',
    `127.0.0.1 443 ${fqdn} GET`,
    '127.0.0.1 8443 null',
    `127.0.0.1 8443 ${fqdn}`,
    '127.0.0.1 8443 a.example',
    '127.0.0.1 8443 c.example',
    `127.0.0.1 443 ${fqdn} TLSv1.2`,
    `127.0.0.1 443 ${fqdn} TLSv1.3`,
  ]);
});

test('an address is never sent as a name, and thousands of names are sampled', () => {
  const records = Array.from({ length: 5000 }, (_, index) => record(`host${index}.example`, 443));
  const plan = planHandshakes('10.0.0.7', ['10.0.0.7'], [], records);
  expect(plan.some(({ serverName }) => serverName === '10.0.0.7')).toBe(false);
  expect(plan.length).toBeLessThanOrEqual(80);
});
