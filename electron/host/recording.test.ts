import { describe, expect, it } from 'vitest';
import { readWhole } from './content.ts';
import { FileReadError } from './file-read-error.ts';
import type { FileAnswer, Host } from './host.ts';
import { createPracticeServer } from './practice/practice-server.ts';
import { recording, type RecordedCommand, type RecordedFile } from './recording.ts';

const practice = async () => recording((await createPracticeServer({ scenario: 'stale-binding' })).host);
const show = { name: 'show', tool: 'netsh', args: ['http', 'show', 'sslcert'], timeoutMs: 5000 } as const;
const config = {
  name: 'config',
  path: 'C:\\Windows\\System32\\inetsrv\\config\\applicationHost.config',
  filter: 'applicationHost',
  timeoutMs: 5000,
} as const;

/** A host that can only be asked for one file. */
function hostOfFile(content: AsyncIterable<Uint8Array>): Host {
  const answer: FileAnswer = {
    kind: 'file',
    name: 'file',
    path: 'C:\\x',
    at: '2026-01-01T00:00:00.000Z',
    durationMs: 1,
    outcome: 'read',
    content,
    filtered: [],
  };
  return { readFile: () => Promise.resolve(answer) } as unknown as Host;
}
const question = { name: 'file', path: 'C:\\x', timeoutMs: 1000 };
const recordOfFile = (host: ReturnType<typeof recording>) => host.latest('file') as RecordedFile;

describe('recording', () => {
  it('passes every answer on as it is, and keeps its bytes', async () => {
    const host = await practice();
    const answer = await host.run(show);
    const kept = host.latest('show') as RecordedCommand;
    expect(answer.stdout.bytes.length).toBeGreaterThan(100);
    expect(await readWhole(kept.stdout.bytes.read())).toEqual(Buffer.from(answer.stdout.bytes));
    expect(kept).toMatchObject({ seq: 1, phase: 'before', outcome: 'exited', args: show.args, binary: answer.binary });
    await host.dispose();
  });

  it('counts questions in the order in which they were asked, and knows their phase', async () => {
    const host = await practice();
    await Promise.all([
      host.describe(),
      host.run(show),
      host.listFolder({ name: 'logs', path: 'C:\\', timeoutMs: 1000 }),
    ]);
    host.phase('rebind-certificate');
    await host.run(show);
    host.phase('after');
    await host.connectTls({ name: 'tls', address: '127.0.0.1', port: 443, serverName: null, timeoutMs: 5000 });
    expect(host.answers().map(({ seq, name, phase }) => [seq, name, phase])).toEqual([
      [1, 'host', 'before'],
      [2, 'show', 'before'],
      [3, 'logs', 'before'],
      [4, 'show', 'rebind-certificate'],
      [5, 'tls', 'after'],
    ]);
    expect(host.latest('show')).toMatchObject({ seq: 4 });
    expect(host.latest('never asked')).toBeUndefined();
    await host.dispose();
  });

  it('keeps a file as the reader saw it, and what the filter took out', async () => {
    const host = await practice();
    const answer = await host.readFile(config);
    const read = await readWhole(answer.content);
    const kept = host.latest('config') as RecordedFile;
    expect(await readWhole(kept.content.read())).toEqual(read);
    expect(kept).toMatchObject({ outcome: 'read', filtered: answer.filtered });
    expect(kept.detail).toBeUndefined();
    await host.dispose();
  });

  it('does not call a file read that nobody read', async () => {
    const host = recording(hostOfFile((async function* () {})()));
    await host.readFile(question);
    expect(recordOfFile(host)).toMatchObject({ outcome: 'failed', detail: 'It was opened, and never read.' });
  });

  it('says when only the beginning of a file was read', async () => {
    const content = async function* () {
      yield Buffer.from('one');
      yield Buffer.from('two');
    };
    const host = recording(hostOfFile(content()));
    for await (const _ of (await host.readFile(question)).content) break;
    expect(recordOfFile(host)).toMatchObject({ outcome: 'read', detail: 'Only its beginning was read.' });
    expect((await readWhole(recordOfFile(host).content.read())).toString()).toBe('one');
  });

  it.each([
    [new FileReadError('timedOut', 'too slow'), 'timedOut'],
    [new Error('broken'), 'failed'],
  ])('tells how reading a file broke off: %s', async (error, outcome) => {
    const content = async function* () {
      yield Buffer.from('one');
      throw error;
    };
    const host = recording(hostOfFile(content()));
    await expect(readWhole((await host.readFile(question)).content)).rejects.toBe(error);
    expect(recordOfFile(host)).toMatchObject({ outcome, detail: error.message });
  });

  it('keeps nothing of what was not recorded when it records a recording', async () => {
    const unknown = { ...(await hostOfFile((async function* () {})()).readFile(question)), outcome: 'notRecorded' };
    const host = recording({ readFile: () => Promise.resolve(unknown) } as unknown as Host);
    expect((await host.readFile(question)).outcome).toBe('notRecorded');
    expect(host.answers()).toEqual([]);
  });
});
