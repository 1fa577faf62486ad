import { describe, expect, it } from 'vitest';
import { redact } from './testing/redact.ts';

const raw = String.raw;

describe('accounts', () => {
  it.each([
    ['a domain with dots', raw`logon corp.example\jdoe`, raw`logon domain-1.invalid\USER-1`],
    [
      'a domain with dots that only this tells',
      raw`userName="corp.intra7\jdoe"`,
      raw`userName="domain-2.invalid\USER-1"`,
    ],
    ['a name with a blank', raw`userName="CORP\Hans Wolkenstein"`, raw`userName="domain-1\USER-1"`],
    ['a name with a blank in a sentence', raw`CORP\Hans Wolkenstein war da`, raw`domain-1\USER-2 war da`],
    ['a name of initials', raw`CORP\hw`, raw`domain-1\USER-1`],
    ['a slash', 'CORP/jdoe', 'domain-1/USER-1'],
    ['a principal name', 'jdoe@corp and jdoe@corp.example', 'USER-1@domain-1 and USER-1@domain-1.invalid'],
    ['a backslash with its escape', raw`{"LogonUser":"CORP\\Hans Wolkenstein"}`, raw`{"LogonUser":"domain-1\\USER-1"}`],
    ['a setting', raw`ObjectName    REG_SZ    CONTOSO\svc-x`, raw`ObjectName    REG_SZ    domain-2\USER-1`],
    ['a local account', raw`ObjectName    REG_SZ    .\svcx`, raw`ObjectName    REG_SZ    .\USER-1`],
    ['a service', raw`SERVICE_START_NAME : CONTOSO\Max Mustermann`, raw`SERVICE_START_NAME : domain-2\USER-1`],
    ['an event', `<Data Name='SubjectUserName'>jdoe</Data>`, `<Data Name='SubjectUserName'>USER-1</Data>`],
    ['a list', raw`users="CORP\jdoe,CORP\mmeier"`, raw`users="domain-1\USER-1,domain-1\USER-2"`],
    ['a word before it', raw`Logon of CONTOSO\jdoe failed`, raw`Logon of domain-2\USER-1 failed`],
    ['an option', raw`/user:CONTOSO\jdoe x`, raw`/user:domain-2\USER-1 x`],
    ['a machine', raw`CORP\PS07$`, raw`domain-1\host-1$`],
    ['a line end with its escape', raw`a\nCORP\\jdoe\r\nb`, raw`a\ndomain-1\\USER-1\r\nb`],
    ['a profile', raw`C:/Users/jdoe/x y.log`, raw`C:/Users/USER-1/PATH-1.log`],
    ['its secret', raw`userName="jdoe" password="Geheim1"`, raw`userName="USER-1" password="[removed]"`],
    ['its secret in a URL', 'http://jdoe:geheim@ps07/', 'http://[removed]@host-1/'],
  ])('are hidden with %s', (_what, text, expected) => {
    expect(redact(text)).toBe(expected);
  });

  it.each([
    raw`User: NT AUTHORITY\SYSTEM, IIS APPPOOL\DefaultAppPool, BUILTIN\Administrators, NT SERVICE\WinRM`,
    raw`Benutzer: VORDEFINIERT\Administratoren und NT-AUTORITÄT\SYSTEM, AUTORITE NT\SERVICE`,
    raw`SERVICE_START_NAME : LocalSystem`,
    raw`<processModel identityType="ApplicationPoolIdentity" userName="IUSR" password="[removed]" />`,
    'User name: required, Login: failed, Server: Microsoft-IIS/10.0, HTTP/1.1 text/html',
    '<Security UserID="S-1-5-18"/> {"user":"{7f4c1f3e-52a4-4c2b-9f0a-1d6f0a3c7e11}"}',
    'Version=4.0.0.0, Culture=neutral, PublicKeyToken=31bf3856ad364e35',
  ])('stay where every Windows has them: %s', (text) => {
    expect(redact(text)).toBe(text);
  });

  it('never take the words along that a verdict rests on', () => {
    const text = raw`User: CORP\svc-ps could not access own Web Site using HTTPS`;
    expect(redact(text)).toBe(raw`User: domain-1\USER-1 could not access own Web Site using HTTPS`);
  });
});

describe('hosts', () => {
  it.each([
    ['any URL', 'smb://fs1/a ldap://dc1:389 net.tcp://db1', 'smb://host-2/PATH-1 ldap://host-3:389 net.tcp://host-4'],
    ['a connection', 'Server=sql1;Database=kunden;User ID=sax', 'Server=host-2;Database=NAME-1;User ID=USER-1'],
    ['an instance', raw`Data Source=sql1\INST,1433;`, raw`Data Source=host-2\USER-1,1433;`],
    ['a setting', '<add key="Server" value="sql1" />', '<add key="Server" value="host-2" />'],
    ['a share in an export', raw`"LogonServer"="\\\\dc1"`, raw`"LogonServer"="\\\\host-2"`],
    ['a principal', 'MSSQLSvc/sql1:1433', 'MSSQLSvc/host-2:1433'],
    ['a directory', 'LDAP://dc1/CN=Jo Doe,DC=corp,DC=example', 'LDAP://host-2/CN=NAME-1,DC=domain-1,DC=example'],
    ['quotes in a name', 'CN=x y, O="Contoso, Inc.", DC=intra, DC=com', 'CN=NAME-1, O="NAME-2", DC=domain-2, DC=com'],
  ])('are known by %s', (_what, text, expected) => {
    expect(redact(text)).toBe(expected);
  });
});

describe('addresses', () => {
  it.each([
    ['::ffff:10.20.30.9', '::ffff:192.0.2.1'],
    ['[::ffff:10.20.30.9]:443', '[::ffff:192.0.2.1]:443'],
    ['::FFFF:10.20.30.9:443', '::ffff:192.0.2.1:443'],
    ['::ffff:0a14:1e09 is 10.20.30.9', '::ffff:192.0.2.1 is 192.0.2.1'],
    ['[::ffff:0A14:1E09]:443', '[::ffff:192.0.2.1]:443'],
    ['64:ff9b::10.20.30.9.', '2001:db8::1.'],
    ['::ffff:127.0.0.1 ::ffff:0:0', '::ffff:127.0.0.1 ::ffff:0:0'],
  ])('of IPv4 within IPv6: %s', (text, expected) => {
    expect(redact(text)).toBe(expected);
  });
});
