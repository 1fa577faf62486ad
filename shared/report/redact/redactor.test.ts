import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matchHostName } from '../../httpsys/names.ts';
import { redact, redactorFor } from './testing/redact.ts';

describe('redaction of a text', () => {
  it.each([
    ['a full name, in any case', 'PS07.Corp.Example:443', 'host-1.domain-1.invalid:443'],
    ['the bare name', 'the server PS07 and ps07$', 'the server host-1 and host-1$'],
    ['a wildcard', '*.corp.example', '*.domain-1.invalid'],
    ['another host of the domain', 'db.corp.example', 'host-2.domain-1.invalid'],
    ['a host of a domain below', 'a.b.corp.example', 'host-2.domain-2.invalid'],
    ['a host that only a URL names', 'Web REG_SZ http://smp01:80/altiris', 'Web REG_SZ http://host-2:80/altiris'],
    ['a share', String.raw`\\fs1\kunden\a.config`, String.raw`\\host-2\PATH-1\PATH-2.config`],
    ['the host of a log line', "<event hostName='PKG9' source='x'>", "<event hostName='host-2' source='x'>"],
    ['an account', String.raw`User: CORP\svc-web`, String.raw`User: domain-1\USER-1`],
    ['a profile', String.raw`C:\Users\j.doe\agent.log`, String.raw`C:\Users\USER-1\PATH-1.log`],
    ['an address', 'TCP 10.1.2.3:443 0.0.0.0:0', 'TCP 192.0.2.1:443 0.0.0.0:0'],
    ['an address in an answer’s name', 'tls.10.1.2.3.443.no-sni at 10.1.2.3', 'tls.192.0.2.1.443.no-sni at 192.0.2.1'],
    ['an IPv6 address', '[2a00:1::5]:443 and ::1', '[2001:db8::1]:443 and ::1'],
    ['a link-local address', 'fe80::1c2d:3e4f%12', 'fe80::db8:1%12'],
    [
      'the values of a list in the registry',
      String.raw`127.0.0.1\010.1.2.3\0fd00::7\0db.corp.example\0ps07`,
      String.raw`127.0.0.1\0192.0.2.1\02001:db8::1\0host-2.domain-1.invalid\0host-1`,
    ],
    ['a security identifier', 'S-1-5-21-11-22-33-1105', 'S-1-5-21-0-0-1-1105'],
    ['a mail address', 'j.doe@contoso.com', 'USER-1@host-2.domain-2.invalid'],
    ['folders', String.raw`path="D:\Kunden Daten\Contoso\www"`, String.raw`path="D:\PATH-1\PATH-2\PATH-3"`],
  ])('hides %s', (_what, text, expected) => {
    expect(redact(text)).toBe(expected);
  });

  it.each([
    String.raw`C:\Windows\System32\inetsrv\config\applicationHost.config`,
    String.raw`C:\Program Files\Altiris\Altiris Agent\Package Delivery\{7f4c1f3e-52a4-4c2b-9f0a-1d6f0a3c7e11}\cache`,
    String.raw`HKEY_LOCAL_MACHINE\SYSTEM\CurrentControlSet\Services\HTTP\Parameters\SslBindingInfo\0.0.0.0:443`,
    'Web Server (IIS) role is installed, but the next required Role Services are missing: ASP.NET 3.5.',
    '1.3.6.1.5.5.7.3.1 and Version=4.0.0.0 and 8.8.1280.0 and 2026-01-31 12:43:52',
    String.raw`NT AUTHORITY\NETWORK SERVICE, IIS APPPOOL\DefaultAppPool, S-1-5-18`,
    'http://schemas.microsoft.com/win/2004/08/events/event',
    '[::]:443 127.0.0.1:443 0.0.0.0:443',
    '9F2C71AA9F2C71AA9F2C71AA9F2C71AA9F2C71AA {4dc3e181-e14b-4a21-b022-59fc669b0914}',
  ])('leaves %s', (text) => {
    expect(redact(text)).toBe(text);
  });

  it('keeps a bare name that is a word of Windows, says so, and hides the full name', () => {
    const redactor = redactorFor([], ['server.corp.example']);
    expect(redactor.text('InstallationType REG_SZ Server; server.corp.example')).toBe(
      'InstallationType REG_SZ Server; host-1.domain-1.invalid',
    );
    expect(redactor.keptNames).toEqual(['server']);
  });

  it('never gives a placeholder that is an original, nor hides one again', () => {
    const redactor = redactorFor(['192.0.2.1 192.0.2.2 10.9.9.9'], ['ps07.corp.example']);
    const once = redactor.text('192.0.2.1 192.0.2.2 10.9.9.9 ps07.corp.example');
    expect(once).toBe('192.0.2.3 192.0.2.4 192.0.2.5 host-1.domain-1.invalid');
    expect(redactor.text(once)).toBe(once);
  });

  it('has an address for every server, however many it has', () => {
    const all = Array.from({ length: 1200 }, (_, index) => `10.${index >> 8}.${index & 255}.7`);
    const redactor = redactorFor([all.join('\n')]);
    expect(new Set(all.map(redactor.text)).size).toBe(all.length);
  });

  it('keeps every relation between names that a verdict rests on', () => {
    const label = fc.stringMatching(/^[a-z]{3}[a-z\d]{2,8}$/u).filter((text) => !/^(?:host|domain)/u.test(text));
    const domain = fc.tuple(label, fc.constantFrom('example', 'local', 'corp')).map((parts) => parts.join('.'));
    fc.assert(
      fc.property(label, label, domain, domain, (one, other, first, second) => {
        const names = [`${one}.${first}`, `${other}.${first}`, `${one}.${second}`, `*.${first}`, `*.${second}`];
        const { text } = redactorFor([], names);
        for (const pattern of names) {
          for (const name of names.slice(0, 3)) {
            const as = (dns: string, host: string) => matchHostName({ subject: '', dns: [dns], ips: [] }, host);
            expect(as(text(pattern), text(name))).toBe(as(pattern, name));
            expect(text(name.toUpperCase())).toBe(text(name));
          }
        }
      }),
    );
  });
});
