import { X509Certificate } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import type { ToolName } from '../../tools.ts';
import type { World } from '../model/world.ts';
import { createPackageServer } from '../scenarios/package-server.ts';
import { filesOf, findFile } from '../virtual-files.ts';
import { runTool } from './run-tool.ts';

let world: World;
let now: Date;
beforeEach(async () => {
  ({ world } = await createPackageServer('healthy', 'de-DE', 17763));
  now = new Date('2026-03-01T12:00:00Z');
});

function run(tool: ToolName, ...args: string[]) {
  const { exitCode, stdout, stderr } = runTool(world, tool, args, now);
  return { exitCode, text: Buffer.from(stdout).toString('latin1') + Buffer.from(stderr).toString('latin1') };
}

const configuration = () =>
  Buffer.from([...filesOf(world)].find(([path]) => path.endsWith('applicationHost.config'))![1].content).toString(
    'utf8',
  );

describe('appcmd', () => {
  const https = "protocol='https',bindingInformation='*:8443:'";

  it('adds and removes a binding in the configuration and never touches HTTP.SYS', () => {
    const httpSys = structuredClone(world.httpSys);
    const before = configuration();
    expect(run('appcmd', 'set', 'site', '/site.name:Default Web Site', `/+bindings.[${https}]`)).toEqual({
      exitCode: 0,
      text: 'SITE object "Default Web Site" changed\r\n',
    });
    expect(configuration()).toContain('<binding protocol="https" bindingInformation="*:8443:" />');
    expect(run('appcmd', 'set', 'site', 'default web site', `/+bindings.[${https}]`).exitCode).toBe(183);
    expect(run('appcmd', 'set', 'site', 'Default Web Site', `/-bindings.[${https}]`).exitCode).toBe(0);
    expect(configuration()).toBe(before);
    expect(world.httpSys).toEqual(httpSys);
  });

  it('changes nothing when one of several edits fails', () => {
    const before = structuredClone(world);
    const edits = [`/+bindings.[${https}]`, "/-bindings.[protocol='https',bindingInformation='*:1:']"];
    expect(run('appcmd', 'set', 'site', 'Default Web Site', ...edits).exitCode).not.toBe(0);
    expect(world).toEqual(before);
  });

  it('goes on showing the certificate that it read when HTTP.SYS is changed behind its back', () => {
    const [first] = world.httpSys.live;
    const shown = () =>
      /\*:443:" certificateHash="(\w+)"/u.exec(run('appcmd', 'list', 'site', '/xml', '/config').text)?.[1];
    run('netsh', 'http', 'delete', 'sslcert', 'ipport=0.0.0.0:443');
    expect(shown()).toBe(first?.hash);
    run('sc', 'stop', 'W3SVC');
    expect(run('appcmd', 'list', 'site', '/xml').text).toContain('state="Unknown"');
    run('sc', 'start', 'W3SVC');
    expect(shown()).toBeUndefined();
  });

  it('gives passwords in clear text where the file has them encrypted', () => {
    expect(run('appcmd', 'list', 'site', '/xml', '/config').text).toContain('password="practice-only-1"');
    expect(configuration()).toContain('password="[enc:');
    expect(configuration()).not.toContain('practice-only');
  });

  it('takes and restores a backup, which brings no record of HTTP.SYS back', () => {
    const before = configuration();
    expect(run('appcmd', 'add', 'backup', 'psdoctor-1').exitCode).toBe(0);
    expect(run('appcmd', 'add', 'backup', 'psdoctor-1').exitCode).toBe(183);
    expect(run('appcmd', 'list', 'backup', 'psdoctor-1')).toEqual({ exitCode: 0, text: 'BACKUP "psdoctor-1"\r\n' });
    run(
      'appcmd',
      'set',
      'site',
      'Intranet',
      "/-bindings.[protocol='https',bindingInformation='*:443:intranet.corp.example']",
    );
    run('netsh', 'http', 'delete', 'sslcert', 'ipport=0.0.0.0:443');
    expect(configuration()).not.toBe(before);
    expect(run('appcmd', 'restore', 'backup', 'psdoctor-1').exitCode).toBe(0);
    expect(configuration()).toBe(before);
    expect(world.httpSys.live.map(({ endpoint }) => endpoint)).toEqual(['0.0.0.0:8172']);
    expect(run('appcmd', 'restore', 'backup', 'other').exitCode).not.toBe(0);
  });

  it('lists a section, and refuses what it does not know and who is not elevated', () => {
    expect(run('appcmd', 'list', 'config', '-section:system.applicationHost/sites', '/xml').text).toContain(
      '<site name="Intranet" id="2">',
    );
    expect(run('appcmd', 'list', 'config', '/section:nothing').exitCode).toBe(1168);
    expect(run('appcmd', 'list', 'site', '/site.name:Nobody').exitCode).toBe(1);
    expect(run('appcmd', 'frobnicate', 'site').exitCode).toBe(87);
    world.rights = 'filtered';
    expect(run('appcmd', 'list', 'site').exitCode).toBe(5);
  });
});

describe('reg', () => {
  const key = 'HKLM\\SYSTEM\\CurrentControlSet\\Services\\HTTP\\Parameters';

  it('shows the records as the registry holds them, not the live ones', () => {
    world.httpSys.live = [];
    const { text } = run('reg', 'query', key, '/s', '/reg:64');
    expect(text).toContain(
      '\r\nHKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Services\\HTTP\\Parameters\\SslBindingInfo\\0.0.0.0:443\r\n',
    );
    expect(text).toContain('    AppId    REG_BINARY    81E1C34D4BE1214AB02259FC669B0914\r\n');
    expect(text).toContain('    DefaultFlags    REG_DWORD    0x10\r\n');
    expect(text).not.toContain('SslSniBindingInfo');
  });

  it('reads one value, and says 1 for a key or value that is absent', () => {
    expect(run('reg', 'query', 'hklm\\system\\currentcontrolset\\control\\nls\\codepage', '/v', 'OEMCP').text).toBe(
      '\r\nHKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Control\\Nls\\CodePage\r\n    OEMCP    REG_SZ    850\r\n\r\n',
    );
    expect(run('reg', 'query', key, '/v', 'Nothing').exitCode).toBe(1);
    expect(run('reg', 'query', 'HKLM\\SOFTWARE\\Nothing')).toMatchObject({
      exitCode: 1,
      text: expect.stringContaining('FEHLER'),
    });
  });

  it('exports a UTF-16 file with its mark', () => {
    const path = 'C:\\ProgramData\\PackageServerDoctor\\Exports\\a.reg';
    expect(run('reg', 'export', key, path, '/y', '/reg:64').exitCode).toBe(0);
    const bytes = Buffer.from(findFile(world, path.toUpperCase())!);
    expect([...bytes.subarray(0, 2)]).toEqual([0xff, 0xfe]);
    const text = bytes.toString('utf16le', 2);
    expect(text).toMatch(/^Windows Registry Editor Version 5\.00\r\n\r\n\[HKEY_LOCAL_MACHINE\\/u);
    expect(text).toContain('"DefaultFlags"=dword:00000010\r\n');
    expect(
      Math.max(
        ...text
          .split('\r\n')
          .filter((line) => line.includes('hex'))
          .map((line) => line.length),
      ),
    ).toBeLessThanOrEqual(80);
  });
});

describe('sc', () => {
  it('tells state and process with untranslated tokens', () => {
    const { exitCode, text } = run('sc', 'queryex', 'aexnsclient');
    expect(exitCode).toBe(0);
    expect(text).toMatch(/STATE {14}: 4 {2}RUNNING[^]*PID {16}: 3176\r\n/u);
    expect(run('sc', 'qc', 'AeXNSClient').text).toContain('START_TYPE         : 2   AUTO_START');
  });

  it('stops in its own time, starts as a new process', () => {
    expect(run('sc', 'stop', 'AeXNSClient').text).toContain('3  STOP_PENDING');
    expect(run('sc', 'start', 'AeXNSClient').exitCode).toBe(1061);
    now = new Date(now.getTime() + 1000);
    expect(run('sc', 'queryex', 'AeXNSClient').text).toMatch(/1 {2}STOPPED[^]*PID {16}: 0\r\n/u);
    expect(run('sc', 'stop', 'AeXNSClient')).toMatchObject({
      exitCode: 1062,
      text: expect.stringContaining('FEHLER 1062:'),
    });
    expect(run('sc', 'start', 'AeXNSClient').text).toContain('2  START_PENDING');
    now = new Date(now.getTime() + 1000);
    const { text } = run('sc', 'queryex', 'AeXNSClient');
    expect(text).toContain('4  RUNNING');
    expect(text).not.toContain(': 3176');
    expect(run('sc', 'start', 'AeXNSClient').exitCode).toBe(1056);
  });

  it('stays pending for a service that hangs', () => {
    world.services.find(({ name }) => name === 'AeXNSClient')!.stopMs = null;
    run('sc', 'stop', 'AeXNSClient');
    now = new Date(now.getTime() + 3_600_000);
    expect(run('sc', 'query', 'AeXNSClient').text).toContain('3  STOP_PENDING');
  });

  it('refuses to stop what others need, to start what is disabled, to find what is absent', () => {
    expect(run('sc', 'enumdepend', 'WAS').text).toContain('SERVICE_NAME: W3SVC');
    expect(run('sc', 'stop', 'WAS').exitCode).toBe(1051);
    run('sc', 'stop', 'W3SVC');
    expect(run('sc', 'stop', 'WAS').exitCode).toBe(0);
    expect(run('sc', 'start', 'W3SVC').exitCode).toBe(0);
    expect(run('sc', 'query', 'WAS').text).toContain('RUNNING');
    run('sc', 'stop', 'WMSVC');
    world.services.find(({ name }) => name === 'WMSVC')!.startMode = 'disabled';
    expect(run('sc', 'start', 'WMSVC').exitCode).toBe(1058);
    expect(run('sc', 'queryex', 'Nothing').exitCode).toBe(1060);
    world.rights = 'filtered';
    expect(run('sc', 'stop', 'AeXNSClient').exitCode).toBe(5);
  });
});

describe('certutil', () => {
  it('links a key that is there, and exits 0 whatever came of it', () => {
    const certificate = world.certificates.find(({ store }) => store === 'MY')!;
    const key = `HKLM\\SOFTWARE\\Microsoft\\SystemCertificates\\MY\\Certificates\\${certificate.hash}`;
    const entry = () => run('reg', 'query', key, '/v', 'Blob', '/reg:64').text;
    const repair = (hash = certificate.hash) => run('certutil', '-silent', '-repairstore', 'My', hash).exitCode;
    const linked = entry();
    certificate.key = 'missing';
    expect(entry()).not.toBe(linked);
    expect([repair(), certificate.key, entry()]).toEqual([0, 'usable', linked]);
    certificate.key = 'unusable';
    expect([repair(), certificate.key]).toEqual([0, 'unusable']);
    expect(repair('A'.repeat(40))).toBe(0x80090011);
    world.rights = 'filtered';
    expect(repair()).toBe(0x80070005);
  });
});

describe('whoami and powershell', () => {
  it('tells rights by SIDs', () => {
    const sids = (rights: World['rights']) => {
      world.rights = rights;
      return run('whoami', '/groups', '/fo', 'csv', '/nh').text.match(/S-1-(?:16|5-32)-\d+/gu);
    };
    expect(sids('elevated')).toEqual(['S-1-5-32-544', 'S-1-16-12288']);
    expect(sids('filtered')).toEqual(['S-1-5-32-544', 'S-1-16-8192']);
    expect(sids('localSystem')).toEqual(['S-1-5-32-544', 'S-1-16-16384']);
  });

  it('recognises a script of the product by its first line, and no other', () => {
    const encoded = (script: string) => Buffer.from(script, 'utf16le').toString('base64');
    const { exitCode, text } = run(
      'powershell',
      '-NoProfile',
      '-EncodedCommand',
      encoded('# psdoctor-script: machine\n…'),
    );
    expect(exitCode).toBe(0);
    const [, json = ''] = /-----BEGIN psdoctor certificates-----\r\n(.*)\r\n-----END/u.exec(text) ?? [];
    const certificates = JSON.parse(json) as { store: string; rawBase64: string; privateKey: string }[];
    expect(certificates.map(({ store, privateKey }) => [store, privateKey])).toEqual([
      ['MY', 'usable'],
      ['MY', 'usable'],
    ]);
    const first = new X509Certificate(Buffer.from(certificates[0]!.rawBase64, 'base64'));
    expect(first.fingerprint.replaceAll(':', '')).toBe(world.httpSys.live[0]?.hash);
    expect(first.checkHost('ps07.corp.example')).toBeDefined();
    expect(run('powershell', '-EncodedCommand', encoded('Get-Process')).exitCode).toBe(1);
  });
});
