import 'reflect-metadata';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { CommandQuestion } from '../../electron/host/host.ts';
import { createPracticeServer, type PracticeServer } from '../../electron/host/practice/practice-server.ts';
import { createWinbox, type Winbox } from './winbox.ts';

const applicationHost = 'C:\\Windows\\System32\\inetsrv\\config\\applicationHost.config';

const ask = (tool: CommandQuestion['tool'], ...args: string[]): CommandQuestion => ({
  name: tool,
  tool,
  args,
  timeoutMs: 20_000,
});

async function read(content: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of content) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** What the real processes must answer, word for word and byte for byte: what the model answers in this process. */
const questions: CommandQuestion[] = [
  ask('netsh', 'http', 'show', 'sslcert'),
  ask('netsh', 'http', 'show', 'sslcert', 'ipport=10.9.8.7:1'),
  ask('netsh', 'http', 'delete', 'sslcert', 'ipport=10.9.8.7:1'),
  ask('appcmd', 'list', 'site', '/xml', '/config'),
  ask('reg', 'query', 'HKLM\\SYSTEM\\CurrentControlSet\\Services\\HTTP\\Parameters\\SslBindingInfo', '/s'),
  ask('reg', 'query', 'HKLM\\SOFTWARE\\No Such Key'),
  ask('sc', 'queryex', 'W3SVC'),
  { ...ask('sc', 'queryex', 'NoSuchService'), okExitCodes: [0, 1060] },
  ask('whoami', '/groups', '/fo', 'csv', '/nh'),
];

describe.skipIf(process.platform === 'win32').each(['en-US', 'de-DE', 'ja-JP'])('winbox, %s', (language) => {
  let practiceDir: string;
  let practice: PracticeServer;
  let box: Winbox;
  beforeAll(async () => {
    practiceDir = await mkdtemp(join(tmpdir(), 'winbox-practice-'));
    practice = await createPracticeServer({ scenario: 'stale-binding', language, dir: practiceDir });
    box = await createWinbox({ practiceDir });
  });
  afterAll(async () => {
    await box.dispose();
    await practice.dispose();
    await rm(practiceDir, { recursive: true });
  });

  it('answers with real processes what the practice server answers', async () => {
    for (const question of questions) {
      const [real, model] = [await box.host.run(question), await practice.host.run(question)];
      const told = ({ outcome, exitCode, ok, binary, args, stdout, stderr }: typeof real) => ({
        outcome,
        exitCode,
        ok,
        binary,
        args,
        stdout: [stdout.encoding, stdout.text],
        stderr: [stderr.encoding, stderr.text],
        bytes: [Buffer.from(stdout.bytes).toString('hex'), Buffer.from(stderr.bytes).toString('hex')],
      });
      expect(told(real)).toEqual(told(model));
    }
  });

  it('reads a real applicationHost.config, its secrets taken out', async () => {
    const question = { name: 'file', path: applicationHost, filter: 'applicationHost', timeoutMs: 5000 } as const;
    const [real, model] = [await box.host.readFile(question), await practice.host.readFile(question)];
    expect(real).toMatchObject({ outcome: 'read', path: applicationHost, filtered: model.filtered });
    const content = await read(real.content);
    expect(content.toString()).toContain('<sites>');
    expect(content).toEqual(await read(model.content));
  });

  it('describes the server as it is', async () => {
    const { now: _1, at: _2, durationMs: _3, ...real } = await box.host.describe();
    const { now: _4, at: _5, durationMs: _6, ...model } = await practice.host.describe();
    expect(real).toEqual(model);
    expect(real.fqdn).toContain('.');
    expect(await box.host.identity()).toBe((await practice.world()).windows.machineGuid);
  });

  it('handshakes with the real listener', async () => {
    for (const address of ['127.0.0.1', ...(await box.host.describe()).addresses]) {
      const question = { name: 'tls', address, port: 443, serverName: null, timeoutMs: 5000 };
      const [real, model] = [await box.host.connectTls(question), await practice.host.connectTls(question)];
      const told = ({ outcome, protocol, chain }: typeof real) => ({ outcome, protocol, chain });
      expect(told(real)).toEqual(told(model));
    }
  });

  it('changes the one server that both see', async () => {
    expect(await box.host.run(ask('netsh', 'http', 'delete', 'sslcert', 'ipport=0.0.0.0:443'))).toMatchObject({
      exitCode: 0,
    });
    const records = (await practice.world()).httpSys.live;
    expect(JSON.stringify(records)).not.toContain('"0.0.0.0"');
    const question = { name: 'tls', address: '127.0.0.1', port: 443, serverName: null, timeoutMs: 5000 };
    expect((await box.host.connectTls(question)).outcome).toBe('reset');
  });
});

describe.skipIf(process.platform === 'win32')('winbox that fails', () => {
  let practiceDir: string;
  let practice: PracticeServer;
  let box: Winbox;
  beforeAll(async () => {
    practiceDir = await mkdtemp(join(tmpdir(), 'winbox-practice-'));
    practice = await createPracticeServer({ scenario: 'stale-binding', dir: practiceDir });
    box = await createWinbox({ practiceDir });
  });
  afterEach(() => box.setFault('netsh', null));
  afterAll(async () => {
    await box.dispose();
    await practice.dispose();
    await rm(practiceDir, { recursive: true });
  });
  const show = ask('netsh', 'http', 'show', 'sslcert');
  const remove = ask('netsh', 'http', 'delete', 'sslcert', 'ipport=0.0.0.0:443');

  it.each([
    [{ kind: 'missing' }, { outcome: 'notFound', exitCode: null, ok: false }],
    [{ kind: 'accessDenied' }, { outcome: 'accessDenied', exitCode: null, ok: false }],
    [
      { kind: 'exit', code: 1 },
      { outcome: 'exited', exitCode: 1, ok: false },
    ],
    [
      { kind: 'exit', code: 0x800f081f },
      { outcome: 'exited', exitCode: 2148468767, ok: false },
    ],
    [
      { kind: 'huge', bytes: 100_000_000 },
      { outcome: 'tooLarge', exitCode: null, ok: false },
    ],
    [{ kind: 'hang' }, { outcome: 'timedOut', exitCode: null, ok: false }],
  ] as const)('as %j', async (fault, expected) => {
    await box.setFault('netsh', fault);
    const answer = await box.host.run({ ...show, timeoutMs: fault.kind === 'hang' ? 500 : 10_000 });
    expect(answer).toMatchObject(expected);
    expect(answer.durationMs).toBeLessThan(4000);
    await box.setFault('netsh', null);
    expect((await box.host.run(show)).ok).toBe(true);
  });

  it('with garbage', async () => {
    await box.setFault('netsh', { kind: 'garbage' });
    const { outcome, stdout } = await box.host.run(show);
    expect(outcome).toBe('exited');
    expect(stdout.bytes.length).toBe(4096);
    expect(stdout.text).not.toBe('');
  });

  it('with words and no deed', async () => {
    await box.setFault('netsh', { kind: 'noEffect' });
    const before = (await box.host.run(show)).stdout.text;
    expect(await box.host.run(remove)).toMatchObject({ exitCode: 0, ok: true });
    expect((await box.host.run(show)).stdout.text).toBe(before);
  });

  it('for some arguments only', async () => {
    await box.setFault('netsh', { kind: 'exit', code: 1 }, 'http delete');
    expect((await box.host.run(remove)).ok).toBe(false);
    expect((await box.host.run(show)).ok).toBe(true);
  });

  it('or is slow', async () => {
    const slow = await createWinbox({ practiceDir, delays: { whoami: 400 } });
    const answer = await slow.host.run(ask('whoami', '/groups', '/fo', 'csv', '/nh'));
    await slow.dispose();
    expect(answer.ok).toBe(true);
    expect(answer.durationMs).toBeGreaterThanOrEqual(400);
  });
});
