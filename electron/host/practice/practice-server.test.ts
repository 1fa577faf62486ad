import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CommandQuestion } from '../host.ts';
import type { World } from './model/world.ts';
import {
  applyPracticeEvent,
  createPracticeServer,
  parsePracticeTarget,
  type PracticeServer,
} from './practice-server.ts';
import { keptFilePath } from './store/folder-store.ts';

const show: CommandQuestion = { name: 'show', tool: 'netsh', args: ['http', 'show', 'sslcert'], timeoutMs: 2000 };
const remove: CommandQuestion = { ...show, args: ['http', 'delete', 'sslcert', 'ipport=0.0.0.0:443'] };
const configPath = 'C:\\Windows\\System32\\inetsrv\\config\\applicationHost.config';

async function read(server: PracticeServer, path: string, filter?: 'applicationHost') {
  const question = { name: 'file', path, timeoutMs: 1000, ...(filter === undefined ? {} : { filter }) };
  const { outcome, content } = await server.host.readFile(question);
  const chunks: Uint8Array[] = [];
  for await (const chunk of content) chunks.push(chunk);
  return { outcome, text: Buffer.concat(chunks).toString('utf8') };
}

describe('scenarios', () => {
  const shake = async ({ host }: PracticeServer) =>
    (await host.connectTls({ name: 'tls', address: '127.0.0.1', port: 443, serverName: null, timeoutMs: 5000 }))
      .outcome;

  it('differ in what HTTP.SYS has and in what a client gets', async () => {
    const look = async (scenario: string) => {
      const server = await createPracticeServer({ scenario });
      const { httpSys, certificates, iis } = await server.world();
      const record = httpSys.live.find(({ endpoint }) => endpoint === '0.0.0.0:443');
      const shown = iis.sites[0]?.bindings[1]?.shown?.hash;
      const seen = {
        record:
          record && certificates.some(({ hash }) => hash === record.hash) ? 'there' : ((record && 'stale') ?? 'none'),
        shown: shown === undefined ? 'none' : certificates.some(({ hash }) => hash === shown) ? 'there' : 'stale',
        handshake: await shake(server),
      };
      await server.dispose();
      return seen;
    };
    expect(await look('healthy')).toEqual({ record: 'there', shown: 'there', handshake: 'completed' });
    expect(await look('stale-binding')).toEqual({ record: 'stale', shown: 'there', handshake: 'reset' });
    expect(await look('missing-record')).toEqual({ record: 'none', shown: 'none', handshake: 'reset' });
  });

  it('are named by targets', () => {
    expect(parsePracticeTarget('practice:healthy')).toEqual({ scenario: 'healthy' });
    expect(parsePracticeTarget('practice:stale-binding:de-de:17763')).toEqual({
      scenario: 'stale-binding',
      language: 'de-DE',
      build: 17763,
    });
    for (const [text, words] of [
      ['practice:', 'stale-binding, missing-record, healthy'],
      ['practice:nothing', 'stale-binding, missing-record, healthy'],
      ['practice:healthy:xx', 'de-DE'],
      ['practice:healthy:de-DE:9600', '17763'],
      ['practice:healthy:de-DE:17763:more', '17763'],
    ] as const) {
      expect(() => parsePracticeTarget(text)).toThrow(
        expect.objectContaining({ code: 'unknownTarget', message: expect.stringContaining(words) }),
      );
    }
  });

  it('cost little to make once the certificate library is loaded', async () => {
    const times: number[] = [];
    for (let run = 0; run < 6; run += 1) {
      const startedAt = performance.now();
      await createPracticeServer({ scenario: 'healthy' });
      times.push(performance.now() - startedAt);
    }
    // The best of them, because other tests run beside this one.
    expect(Math.min(...times)).toBeLessThan(150);
  });
});

describe('the host', () => {
  let server: PracticeServer;
  beforeEach(async () => {
    server = await createPracticeServer({ scenario: 'stale-binding', language: 'de-DE', build: 17763 });
  });
  afterEach(() => server.dispose());

  it('decodes what the tools write', async () => {
    const answer = await server.host.run(show);
    expect(answer).toMatchObject({ outcome: 'exited', ok: true, binary: 'C:\\Windows\\System32\\netsh.exe' });
    expect(answer.stdout).toMatchObject({ encoding: 'cp850', text: expect.stringContaining('überprüfen') });
    expect(server.host.name).toBe('practice:stale-binding:de-DE:17763');
  });

  it('fails as it is told to, and works again', async () => {
    const ask = async (fault: Parameters<PracticeServer['fault']>[1], more: Partial<CommandQuestion> = {}) => {
      server.fault('netsh', fault);
      const { outcome, exitCode, stdout } = await server.host.run({ ...show, ...more });
      return [outcome, exitCode, stdout.bytes.length > 0];
    };
    expect(await ask({ kind: 'missing' })).toEqual(['notFound', null, false]);
    expect(await ask({ kind: 'hang' }, { timeoutMs: 50 })).toEqual(['timedOut', null, false]);
    expect(await ask({ kind: 'hang' }, { signal: AbortSignal.timeout(50) })).toEqual(['cancelled', null, false]);
    expect(await ask({ kind: 'exit', code: 3 })).toEqual(['exited', 3, false]);
    expect(await ask({ kind: 'garbage' })).toEqual(['exited', 0, true]);
    expect(await ask({ kind: 'huge', bytes: 2 ** 20 }, { maxBytes: 2 ** 19 })).toEqual(['tooLarge', null, false]);
    expect(await ask({ kind: 'delay', ms: 60 }, { timeoutMs: 20 })).toEqual(['timedOut', null, false]);
    expect(await ask(null)).toEqual(['exited', 0, true]);
  });

  it('can say that it did and not do it, for some arguments only', async () => {
    server.fault('netsh', { kind: 'noEffect' }, { when: (args) => args[1] === 'delete' });
    expect(await server.host.run(remove)).toMatchObject({ ok: true });
    expect((await server.world()).httpSys.live).toHaveLength(2);
    server.fault('netsh', null);
    await server.host.run(remove);
    expect((await server.world()).httpSys.live).toHaveLength(1);
  });

  it('serves files without their secrets, and tells who may not read them', async () => {
    expect((await read(server, configPath.toLowerCase(), 'applicationHost')).text).not.toContain('[enc:');
    expect((await read(server, configPath)).text).toContain('[enc:');
    expect(await read(server, 'C:\\nothing')).toEqual({ outcome: 'notFound', text: '' });
    await server.change((world) => void (world.rights = 'filtered'));
    expect(await read(server, configPath)).toEqual({ outcome: 'accessDenied', text: '' });
  });

  it('takes the time of the real tools when asked to', async () => {
    const slow = await createPracticeServer({ scenario: 'healthy', realisticSpeed: true });
    expect((await slow.host.run(show)).durationMs).toBeGreaterThanOrEqual(55);
  });
});

describe('reboot', () => {
  it('brings back what the registry holds, starts what starts by itself, and lets IIS look again', async () => {
    const server = await createPracticeServer({ scenario: 'healthy' });
    const before = await server.world();
    await server.host.run(remove);
    await server.change((world) => {
      // Another product wrote the registry alone.
      world.httpSys.registry.push({ ...before.httpSys.live[0]!, hash: 'B'.repeat(40) });
      world.iis.sites[1]!.state = 'Stopped';
    });
    await server.host.run({ ...show, tool: 'sc', args: ['stop', 'AeXNSClient'] });
    await server.reboot();
    const after = await server.world();
    expect(after.httpSys.live).toEqual(after.httpSys.registry);
    expect(after.iis.sites[0]?.bindings[1]?.shown).toEqual({ hash: 'B'.repeat(40), store: 'MY' });
    expect(after.iis.sites[1]?.state).toBe('Started');
    expect(Date.parse(after.windows.bootTime)).toBeGreaterThan(Date.parse(before.windows.bootTime));
    const agent = (world: World) => world.services.find(({ name }) => name === 'AeXNSClient')!;
    expect(agent(after).state).toBe('running');
    expect(agent(after).pid).not.toBe(agent(before).pid);
  });
});

describe('a kept server', () => {
  let dir: string;
  beforeEach(async () => {
    dir = await mkdtemp(join(tmpdir(), 'practice-'));
  });
  afterEach(() => rm(dir, { recursive: true }));

  it('is continued by the next process, with its own scenario', async () => {
    const first = await createPracticeServer({ scenario: 'stale-binding', dir });
    await first.host.run(remove);
    await first.dispose();
    const second = await createPracticeServer({ scenario: 'healthy', dir });
    expect(second.host.name).toBe('practice:stale-binding');
    expect((await second.world()).httpSys.live).toHaveLength(1);
    expect(await applyPracticeEvent(dir, 'reboot')).toContain('rebooted');
    await second.dispose();
  });

  it('has its files on the disk, equal to its state', async () => {
    const server = await createPracticeServer({ scenario: 'healthy', dir });
    const onDisk = () => readFile(keptFilePath(dir, configPath), 'utf8');
    const binding = "/+bindings.[protocol='https',bindingInformation='*:8443:']";
    await server.host.run({ ...show, tool: 'appcmd', args: ['set', 'site', 'Intranet', binding] });
    expect(await onDisk()).toContain('*:8443:');
    // As a process leaves it that dies between the state and the file.
    await writeFile(keptFilePath(dir, configPath), 'old');
    await server.host.run(show);
    expect(await onDisk()).toContain('*:8443:');
    await server.dispose();
  });

  it('says so when it is damaged', async () => {
    await createPracticeServer({ scenario: 'healthy', dir });
    const state = join(dir, 'practice-server.json');
    const good = await readFile(state, 'utf8');
    for (const bad of ['', '{', '[]', '{"version":9}', good.replace('"iis"', '"iss"')]) {
      await writeFile(state, bad);
      await expect(createPracticeServer({ scenario: 'healthy', dir })).rejects.toMatchObject({ name: 'UserError' });
    }
  });

  it('does not exist for an event', async () => {
    await expect(applyPracticeEvent(join(dir, 'nothing'), 'reboot')).rejects.toMatchObject({ code: 'notFound' });
  });
});
