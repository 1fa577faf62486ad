import { describe, expect, it } from 'vitest';
import { toolsOn } from '../../testing/tools-on.ts';

const agent = 'HKLM\\SOFTWARE\\Altiris\\Altiris Agent';

describe('reg query', () => {
  it('reads the values of the agent by name, and the unnamed one under its translated name', async () => {
    const { world, run } = await toolsOn(20348, 'fr-FR');
    expect(run('reg', 'query', `${agent}\\Servers`, '/ve').text).toContain(
      '    (par d\x82faut)    REG_SZ    smp01.corp.example\r\n',
    );
    const received = () =>
      run('reg', 'query', `${agent}\\Servers\\smp01.corp.example`, '/v', 'Policy Last Received').text;
    expect(received()).toMatch(/REG_SZ {4}\d{4}-\d\d-\d\d \d\d:\d\d:\d\d \+0:00\r\n/u);
    world.agent!.policyReceived = '2026-02-03T04:05:06.000Z';
    expect(received()).toContain('2026-02-03 04:05:06 +0:00');
    expect(run('reg', 'query', `${agent}\\Package Server`).exitCode).toBe(0);
    world.agent!.packageServer = false;
    expect(run('reg', 'query', `${agent}\\Package Server`).exitCode).toBe(1);
  });

  it('tells how much a search found, and exits 1 when that is nothing', async () => {
    const { run } = await toolsOn();
    expect(run('reg', 'query', agent, '/s', '/v', 'Version')).toMatchObject({
      exitCode: 0,
      text: expect.stringContaining('\r\nEnd of search: 2 match(es) found.\r\n'),
    });
    expect(run('reg', 'query', agent, '/s', '/v', 'FQDN Replacement')).toEqual({
      exitCode: 1,
      text: '\r\nEnd of search: 0 match(es) found.\r\n',
    });
  });

  it('has the keys of Schannel, pending reboots, the listen list and the Notification Server when they are so', async () => {
    const { world, run } = await toolsOn();
    const keys = {
      schannel: 'HKLM\\SYSTEM\\CurrentControlSet\\Control\\SecurityProviders\\SCHANNEL\\Protocols\\TLS 1.2\\Server',
      update: 'HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\WindowsUpdate\\Auto Update\\RebootRequired',
      server: 'HKLM\\SOFTWARE\\Altiris\\eXpress\\Notification Server',
    };
    const session = 'HKLM\\SYSTEM\\CurrentControlSet\\Control\\Session Manager';
    const renames = () => run('reg', 'query', session, '/v', 'PendingFileRenameOperations');
    const listen = () => run('reg', 'query', 'HKLM\\SYSTEM\\CurrentControlSet\\Services\\HTTP\\Parameters').text;
    for (const key of Object.values(keys)) expect(run('reg', 'query', key).exitCode, key).toBe(1);
    expect(renames().exitCode).toBe(1);
    expect(listen()).not.toContain('ListenOnlyList');

    world.windows.schannel['TLS 1.2'] = { enabled: 0, disabledByDefault: null };
    world.windows.pendingReboot = ['windowsUpdate', 'fileRenames'];
    world.notificationServer = { installPath: 'C:\\NS' };
    world.httpSys.ipListen = ['10.20.30.7', '::1'];
    expect(run('reg', 'query', keys.schannel).text).toMatch(/Server\r\n {4}Enabled {4}REG_DWORD {4}0x0\r\n/u);
    expect(run('reg', 'query', keys.update).exitCode).toBe(0);
    expect(run('reg', 'query', keys.server, '/v', 'InstallPath').text).toContain('REG_SZ    C:\\NS');
    expect(renames().text).toContain('REG_MULTI_SZ');
    expect(listen()).toContain('ListenOnlyList    REG_MULTI_SZ    10.20.30.7\\0::1\r\n');
  });
});

describe('reg export', () => {
  it('writes a list as UTF-16 bytes', async () => {
    const { world, run } = await toolsOn();
    world.httpSys.ipListen = ['::1'];
    run('reg', 'export', 'HKLM\\SYSTEM\\CurrentControlSet\\Services\\HTTP\\Parameters', 'C:\\a.reg', '/y');
    const text = Buffer.from(world.files['C:\\a.reg'] ?? '', 'base64').toString('utf16le');
    expect(text).toContain('"ListenOnlyList"=hex(7):3a,00,3a,00,31,00,00,00,00,00\r\n');
  });
});
