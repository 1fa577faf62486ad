import { describe, expect, it } from 'vitest';
import { parseSslcertListing } from './netsh-sslcert.ts';
import { readFields } from './netsh-fields.ts';

const record = (endpoint: string): string => `
    IP:port                      : ${endpoint}
    Certificate Hash             : 0123456789abcdef0123456789abcdef01234567
    Application ID               : {4dc3e181-e14b-4a21-b022-59fc669b0914}
    Certificate Store Name       : MY
    Verify Client Certificate Revocation : Enabled
    Verify Revocation Using Cached Client Certificate Only : Disabled
    Usage Check                  : Enabled
    Revocation Freshness Time    : 0
    URL Retrieval Timeout        : 0
    Ctl Identifier               : (null)
    Ctl Store Name               : (null)
    DS Mapper Usage              : Disabled
    Negotiate Client Certificate : Disabled
`;
const listing = (endpoint: string): string =>
  `\nSSL Certificate bindings:\n-------------------------\n${record(endpoint)}`;

describe('a line of a megabyte', () => {
  it.each([
    ['addresses without a blank', `${'http://a'.repeat(60_000)} x`],
    ['slashes', `${'//'.repeat(150_000)} x`],
    ['addresses with blanks', 'http://a '.repeat(60_000)],
  ])('of %s takes no time', (_what, line) => {
    const began = performance.now();
    readFields(`${listing('0.0.0.0:443')}\n${line}`);
    parseSslcertListing(`${listing('0.0.0.0:443')}\n${line}`);
    expect(performance.now() - began).toBeLessThan(2000);
  });
});

describe('a listing of one endpoint', () => {
  it.each([
    String.raw`C:\>netsh http show sslcert ipport=0.0.0.0:8172`,
    String.raw`PS C:\Users\a> netsh.exe http show sslcert hostnameport=a.example:443`,
    'netsh http>show sslcert ipport = 0.0.0.0:8172',
  ])('%s is not the whole table', (command) => {
    const read = parseSslcertListing(`${command}\n${listing('0.0.0.0:8172')}\nC:\\>`);
    expect(read).toMatchObject({ ok: true, value: { complete: false, records: [{ endpoint: { port: 8172 } }] } });
  });

  it('leaves the whole table that stands beside it', () => {
    const text = `C:\\>netsh http show sslcert\n${listing('0.0.0.0:443')}\nC:\\>netsh http show sslcert ipport=0.0.0.0:8172\n${listing('0.0.0.0:8172')}\nC:\\>`;
    expect(parseSslcertListing(text)).toMatchObject({
      ok: true,
      value: { complete: true, records: [{ endpoint: { port: 443 } }] },
    });
  });
});

it('a masked endpoint is no host', () => {
  expect(parseSslcertListing(listing('*****:443'))).toMatchObject({ ok: false });
  expect(parseSslcertListing(`${listing('0.0.0.0:8172')}${record('*****:443')}`)).toMatchObject({
    ok: true,
    value: { complete: false },
  });
});
