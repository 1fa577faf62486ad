import { describe, expect, it } from 'vitest';
import { redact } from './testing/redact.ts';

const raw = String.raw;

describe('names that only their place tells', () => {
  it.each([
    ['domains of a logon', 'defaultLogonDomain="AJAX" realm="BERT"', 'defaultLogonDomain="domain-2" realm="domain-3"'],
    [
      'a full name',
      `<FQDN>srv.ajax.zone</FQDN> hostFqdn='ps.ajax.zone'`,
      `<FQDN>host-2.domain-2.invalid</FQDN> hostFqdn='host-3.domain-2.invalid'`,
    ],
    ['a domain below a wildcard', 'domainName="*.ajax.bank"', 'domainName="*.domain-2.invalid"'],
    [
      'a header that lists them',
      '"frame-ancestors *.ajax.bank x.bert.bank"',
      '"frame-ancestors *.domain-3.invalid host-2.domain-2.invalid"',
    ],
    ['a header of its own', '<add name="X-Served-By" value="WEB7" />', '<add name="X-Served-By" value="host-2" />'],
    ['a binding', 'bindingInformation="10.5.2.3:84:web7"', 'bindingInformation="192.0.2.1:84:host-2"'],
    [
      'a binding of IPv6',
      'bindingInformation="[2a02::9]:80:a.ajax.bank"',
      'bindingInformation="[2001:db8::1]:80:host-2.domain-2.invalid"',
    ],
    ['a binding of a name', 'bindingInformation="msmq7" and msmq7', 'bindingInformation="host-2" and host-2'],
    ['an endpoint of netsh', '    Hostname:port   : portal7:443\r\n', '    Hostname:port   : host-2:443\r\n'],
    [
      'an endpoint in another language',
      '    ホスト名:ポート   : portal7:443\r\n',
      '    ホスト名:ポート   : host-2:443\r\n',
    ],
    [
      'a port',
      'to a.ajax.bank:443 and <Data>b.ajax.bank:80</Data>',
      'to host-2.domain-2.invalid:443 and <Data>host-3.domain-2.invalid:80</Data>',
    ],
    [
      'a description of Oracle',
      'Data Source=(ADDRESS=(HOST=ora7)(PORT=1))',
      'Data Source=(ADDRESS=(HOST=host-2)(PORT=1))',
    ],
    ['an identifier of Entra ID', 'S-1-12-1-11-22-33-44', 'S-1-12-1-0-0-0-1'],
    ['a short word for its secret', 'pw=hunter7', 'pw=[removed]'],
    [
      'a share and a URL, of a word that stays',
      raw`udp.corp.example \\udp\c$\x http://udp/ UDP`,
      raw`host-2.domain-1.invalid \\host-2\PATH-1\PATH-2 http://host-2/ UDP`,
    ],
    ['an account beside its domain', raw`Logon of CORP\tcp, TCP`, raw`Logon of domain-1\USER-1, TCP`],
  ])('are hidden: %s', (_what, text, expected) => {
    expect(redact(text)).toBe(expected);
  });

  it.each([
    'agent.log:74 x.cs:12 4.8.1:3 Altiris.NS.Agent:12',
    'bindingInformation="*:443:" bindingInformation="808:*" bindingInformation="localhost"',
    '{4dc3e181-cafe-4a21-b022-59fc669b0914} 2026-11-27T05:01:30.3120000Z 0x10',
  ])('are none: %s', (text) => {
    expect(redact(text, ['cafe.corp.example', '3120000z.corp.example', '0x10.corp.example'])).toBe(text);
  });

  it('never get a placeholder that stands there already', () => {
    expect(redact('host-1.domain-1.invalid USER-1 ps07.corp.example CORP\\jdoe')).toBe(
      'host-1.domain-1.invalid USER-1 host-2.domain-2.invalid domain-2\\USER-2',
    );
  });
});
