import { describe, expect, test } from 'vitest';
import { parseAgentServers, parseAgentSettings } from './agent-registry.ts';
import { parseIisComponents } from './iis-components.ts';
import { parsed } from './parsed.ts';
import { parseSchannelRegistry } from './schannel-registry.ts';

const lines = (...parts: string[]): string => parts.map((part) => `${part}\r\n`).join('');

describe('the registry', () => {
  const root = 'HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Control\\SecurityProviders\\SCHANNEL\\Protocols';
  const values = (...entries: [string, string][]) =>
    entries.map(([name, data]) => `    ${name}    REG_DWORD    ${data}`);
  test.each([
    [[], 'default'],
    [[['Enabled', '0x0']], 'off'],
    [[['Enabled', '0xffffffff']], 'on'],
    [
      [
        ['Enabled', '0x1'],
        ['DisabledByDefault', '0x0'],
      ],
      'on',
    ],
    [[['DisabledByDefault', '0x1']], 'off'],
    [
      [
        ['Enabled', '0x1'],
        ['DisabledByDefault', '0x1'],
      ],
      'off',
    ],
    [[['DisabledByDefault', '0x0']], 'default'],
  ] as [[string, string][], string][])('Schannel: %j is %s', (entries, expected) => {
    const text = lines(
      '',
      `${root}\\TLS 1.2\\Client`,
      ...values(['Enabled', '0x0']),
      '',
      `${root}\\TLS 1.2\\Server`,
      ...values(...entries),
    );
    expect(parseSchannelRegistry(text)).toEqual(parsed({ protocols: { 'TLS 1.2': expected } }));
  });
  test('Schannel: no protocol has a key of its own', () => {
    expect(parseSchannelRegistry(lines('', root))).toEqual(parsed({ protocols: {} }));
    expect(parseSchannelRegistry('').ok).toBe(false);
  });

  test('components of IIS', () => {
    const key = 'HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\InetStp\\Components';
    const text = lines('', key, ...values(['W3SVC', '0x1'], ['ASP', '0x0']), '    Text    REG_SZ    x');
    expect(parseIisComponents(text)).toEqual(parsed({ components: { W3SVC: true, ASP: false } }));
    expect(parseIisComponents('').ok).toBe(false);
  });

  const agent = 'HKEY_LOCAL_MACHINE\\SOFTWARE\\Altiris\\Altiris Agent';
  const text = (name: string, data: string) => `    ${name}    REG_SZ    ${data}`;
  test('settings of the agent', () => {
    const own = [agent, text('InstallDir', 'D:\\Altiris Agent\\'), text('Version', '8.8.1280.0'), ''];
    const settings = { version: '8.8.1280.0', installDir: 'D:\\Altiris Agent' };
    expect(parseAgentSettings(lines('', ...own))).toEqual(parsed({ ...settings, packageServerKey: false }));
    expect(parseAgentSettings(lines('', ...own, `${agent}\\Package Server`))).toEqual(
      parsed({ ...settings, packageServerKey: true }),
    );
    expect(parseAgentSettings(lines('', agent)).ok).toBe(false);
  });
  test('the Notification Server of the agent, and when its policy came', () => {
    const servers = [`${agent}\\Servers`, text('(Standard)', 'smp01.corp.example'), ''];
    const other = [
      `${agent}\\Servers\\old.corp.example`,
      text('Policy Last Received', '2020-01-01 00:00:00 +0:00'),
      '',
    ];
    const own = [
      `${agent}\\Servers\\SMP01.corp.example`,
      text('Policy Last Received', '2025-06-07 12:43:52 +2:00'),
      '',
    ];
    expect(parseAgentServers(lines('', ...servers, ...other, ...own))).toEqual(
      parsed({ notificationServer: 'smp01.corp.example', policyLastReceived: '2025-06-07T10:43:52.000Z' }),
    );
    expect(parseAgentServers(lines('', ...servers, ...other))).toMatchObject({ value: { policyLastReceived: null } });
    expect(parseAgentServers('').ok).toBe(false);
  });
});
