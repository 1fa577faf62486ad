import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { languageNames } from '../../languages/languages.ts';
import type { World } from '../../model/world.ts';
import { createPackageServer } from '../../scenarios/package-server.ts';
import { runTool } from '../run-tool.ts';

const now = new Date('2026-03-01T12:00:00Z');
const appid = 'appid={4dc3e181-e14b-4a21-b022-59fc669b0914}';

async function server(build = 20348, language = 'en-US') {
  const { world, certificate } = await createPackageServer('healthy', language, build);
  const netsh = (...args: string[]) => {
    const { exitCode, stdout } = runTool(world, 'netsh', ['http', ...args], now);
    return { exitCode, bytes: Buffer.from(stdout), text: Buffer.from(stdout).toString('utf8') };
  };
  const add = (...args: string[]) => netsh('add', 'sslcert', ...args);
  return { world, hash: `certhash=${certificate.hash}`, netsh, add };
}

const endpoints = (table: World['httpSys']['live']) => table.map(({ endpoint }) => endpoint);

describe('netsh http add sslcert', () => {
  it('writes the live table and the registry', async () => {
    const { world, hash, add } = await server();
    const settings = ['certstorename=MY', 'clientcertnegotiation=enable', 'disablehttp2=enable', 'usagecheck=disable'];
    expect(add('ipport=[::]:8443', hash, appid, ...settings)).toMatchObject({ exitCode: 0 });
    for (const table of [world.httpSys.live, world.httpSys.registry]) {
      expect(table.at(-1)).toMatchObject({ endpoint: '[::]:8443', store: 'MY', flags: 0x12, checkMode: 0x10000 });
    }
  });

  it.each<[string, (hash: string) => string[], string]>([
    ['an endpoint that has a record', (hash) => ['ipport=0.0.0.0:443', hash, appid], 'Error: 183'],
    ['a certificate that is nowhere', () => ['ipport=0.0.0.0:1', `certhash=${'A'.repeat(40)}`, appid], 'Error: 1312'],
    ['the wrong store', (hash) => ['ipport=0.0.0.0:1', hash, appid, 'certstorename=WebHosting'], 'Error: 1312'],
    [
      'a hidden mark in the thumbprint',
      (hash) => ['ipport=0.0.0.0:1', hash.replace('=', '=\u200e'), appid],
      'Error: 87',
    ],
    ['SNI without a store', (hash) => ['hostnameport=a.example:1', hash, appid], 'Error: 87'],
    ['two endpoints', (hash) => ['ipport=0.0.0.0:1', 'ccs=1', hash, appid], 'Error: 87'],
    ['no application id', (hash) => ['ipport=0.0.0.0:1', hash], 'essential parameters'],
    ['no endpoint', (hash) => [hash, appid], 'essential parameters'],
  ])('refuses %s', async (_, args, words) => {
    const { world, hash, add } = await server();
    const before = structuredClone(world);
    const { exitCode, text } = add(...args(hash));
    expect({ exitCode, text }).toEqual({ exitCode: 1, text: expect.stringContaining(words) });
    expect(world).toEqual(before);
  });

  it('refuses a certificate whose key is missing or unusable, and takes an untested one', async () => {
    const { world, hash, add } = await server();
    const certificate = world.certificates.find((one) => hash.endsWith(one.hash))!;
    for (const key of ['missing', 'unusable'] as const) {
      certificate.key = key;
      expect(add('ipport=0.0.0.0:1', hash, appid).text).toContain('Error: 1312');
    }
    certificate.key = 'present';
    expect(add('ipport=0.0.0.0:1', hash, appid).exitCode).toBe(0);
  });

  it('exits 0 and does nothing for a parameter that the build does not know', async () => {
    const { world, hash, add } = await server(14393);
    const { exitCode, text } = add('ipport=0.0.0.0:1', hash, appid, 'disablehttp2=enable');
    expect({ exitCode, text }).toEqual({ exitCode: 0, text: expect.stringContaining('Usage: add sslcert') });
    expect(endpoints(world.httpSys.live)).not.toContain('0.0.0.0:1');
  });

  it('rejects on Server 2019 a parameter that its help lists', async () => {
    const { hash, add } = await server(17763);
    expect(add('help').text).toContain('[disablelegacytls=enable|disable]');
    expect(add('ipport=0.0.0.0:1', hash, appid, 'disablelegacytls=enable').text).toContain('Error: 87');
  });

  it('rejects an explicit zero time-out on Server 2025 only', async () => {
    const zero = async (build: number) => {
      const { hash, add } = await server(build);
      return add('ipport=0.0.0.0:1', hash, appid, 'urlretrievaltimeout=0').exitCode;
    };
    expect([await zero(20348), await zero(26100)]).toEqual([0, 1]);
  });

  it('needs elevation, and show does not', async () => {
    const { world, hash, netsh, add } = await server();
    world.rights = 'filtered';
    expect(add('ipport=0.0.0.0:1', hash, appid).text).toContain('Error: 5');
    expect(netsh('delete', 'sslcert', 'ipport=0.0.0.0:443').text).toContain('Error: 5');
    expect(netsh('show', 'sslcert').exitCode).toBe(0);
  });
});

describe('netsh http update and delete sslcert', () => {
  it('update replaces the whole record, extended properties kept', async () => {
    const { world, hash, netsh } = await server();
    const before = structuredClone(world.httpSys.live[0]!);
    expect(before).toMatchObject({ checkMode: 1, flags: 0x10, store: 'MY' });
    expect(netsh('update', 'sslcert', 'ipport=0.0.0.0:443', hash, appid).exitCode).toBe(0);
    expect(world.httpSys.live[0]).toEqual({ ...before, checkMode: 0, flags: 0, store: null });
    expect(world.httpSys.registry).toEqual(world.httpSys.live);
  });

  it('update says 2 where there is no record, and is no command before build 15063', async () => {
    const old = await server(14393);
    expect(old.netsh('update', 'sslcert', 'ipport=0.0.0.0:443', old.hash, appid)).toMatchObject({ exitCode: 1 });
    const { hash, netsh } = await server();
    expect(netsh('update', 'sslcert', 'ipport=0.0.0.0:1', hash, appid).text).toContain('Error: 2');
  });

  it('delete takes the record from both tables, once', async () => {
    const { world, netsh } = await server();
    expect(netsh('delete', 'sslcert', 'ipport=0.0.0.0:443').exitCode).toBe(0);
    expect(endpoints(world.httpSys.live)).toEqual(['0.0.0.0:8172']);
    expect(endpoints(world.httpSys.registry)).toEqual(['0.0.0.0:8172']);
    expect(netsh('delete', 'sslcert', 'ipport=0.0.0.0:443')).toMatchObject({
      exitCode: 1,
      text: expect.stringContaining('deletion failed, Error: 2'),
    });
  });
});

describe('netsh http show sslcert', () => {
  it('leaves one blank line after the dashes on 2019 and three on 2022', async () => {
    const blanks = async (build: number) =>
      /-{25} \r\n((?:\r\n)*) {4}IP:port/u.exec((await server(build)).netsh('show', 'sslcert').text)?.[1];
    expect([await blanks(17763), await blanks(20348)]).toEqual(['\r\n', '\r\n'.repeat(3)]);
  });

  it('knows more fields on newer builds, and writes CRLF alone', async () => {
    const fields = async (build: number) => {
      const { text } = (await server(build)).netsh('show', 'sslcert', 'ipport=0.0.0.0:443');
      expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/u);
      return text.match(/ : /gu)?.length;
    };
    const counts = [await fields(14393), await fields(17763), await fields(20348), await fields(26100)];
    expect(counts).toEqual([13, 20, 28, 33]);
  });

  it('exits 1 for a selector without a record, 0 for an empty table', async () => {
    const { world, netsh } = await server();
    expect(netsh('show', 'sslcert', 'ipport=0.0.0.0:1')).toMatchObject({ exitCode: 1 });
    world.httpSys.live = [];
    expect(netsh('show', 'sslcert')).toMatchObject({ exitCode: 0, text: expect.not.stringContaining(' : ') });
  });

  it.each(languageNames)('keeps values untranslated in %s', async (language) => {
    const { world, netsh } = await server(26100, language);
    const { text } = netsh('show', 'sslcert');
    for (const { hash, appId } of world.httpSys.live) {
      expect(text).toContain(`: ${hash?.toLowerCase()}\r\n`);
      expect(text).toContain(`: {${appId}}\r\n`);
    }
    expect(text).toMatch(/: Enabled\r\n[^]*: \(null\)\r\n[^]*: Not Set\r\n/u);
  });

  it.each([
    ['de-DE', 'Clientzertifikatsperrung \x81berpr\x81fen', 'latin1'],
    ['ja-JP', '\x8f\xd8\x96\xbe\x8f\x91', 'latin1'],
    ['zh-CN', '\xd6\xa4\xca\xe9', 'latin1'],
  ] as const)('writes the OEM page in %s before Server 2025, UTF-8 from then on', async (language, bytes, how) => {
    const old = (await server(17763, language)).netsh('show', 'sslcert').bytes;
    expect(old.toString(how)).toContain(bytes);
    const utf8 = (await server(26100, language)).netsh('show', 'sslcert').bytes;
    expect(() => new TextDecoder('utf-8', { fatal: true }).decode(utf8)).not.toThrow();
    expect(utf8.toString(how)).not.toContain(bytes);
  });

  it('shows what was added, whatever its settings', async () => {
    const { world, hash, netsh, add } = await server(26100);
    const first = structuredClone(world.httpSys);
    const flag = fc.constantFrom('reject', 'disablequic', 'disabletls13', 'enablesessionticket', 'dsmapperusage');
    const settings = fc.record({ flags: fc.uniqueArray(flag), timeout: fc.integer({ min: 1, max: 0xffffffff }) });
    fc.assert(
      fc.property(settings, ({ flags, timeout }) => {
        world.httpSys = structuredClone(first);
        const before = netsh('show', 'sslcert').text;
        const more = [...flags.map((name) => `${name}=enable`), `urlretrievaltimeout=${timeout}`];
        expect(add('ipport=10.0.0.1:9', hash, appid, ...more).exitCode).toBe(0);
        const { text } = netsh('show', 'sslcert', 'ipport=10.0.0.1:9');
        const on = text.match(/: (?:Set|Enabled)\r\n/gu) ?? [];
        // Revocation and usage are checked unless told otherwise.
        expect(on).toHaveLength(2 + flags.length);
        expect(text).toContain(` : ${timeout}\r\n`);
        expect(netsh('delete', 'sslcert', 'ipport=10.0.0.1:9').exitCode).toBe(0);
        expect(netsh('show', 'sslcert').text).toBe(before);
      }),
      { numRuns: 30 },
    );
  });
});
