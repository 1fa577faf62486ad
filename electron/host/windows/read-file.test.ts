import { execFileSync } from 'node:child_process';
import { mkdtemp, open as openFd, readdir, readlink, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readWhole } from '../content.ts';
import type { FileQuestion } from '../host.ts';
import { listFolder } from './list-folder.ts';
import { readFile } from './read-file.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'read-file-'));
});
afterAll(() => rm(folder, { recursive: true }));

const at = '2026-01-01T00:00:00.000Z';
const ask = (realPath: string, question: Partial<FileQuestion> = {}) =>
  readFile({ name: 'file', path: 'C:\\file', timeoutMs: 5000, ...question }, realPath, at);

const makePipe = 'mkfifo';
/** A file that does not end, and one from which nothing comes: a pipe. */
function pipe(name: string): string {
  execFileSync(makePipe, [join(folder, name)]);
  return join(folder, name);
}
async function openFiles(): Promise<string[]> {
  const links = await readdir('/proc/self/fd');
  const targets = await Promise.all(links.map((fd) => readlink(`/proc/self/fd/${fd}`).catch(() => '')));
  return targets.filter((target) => target.startsWith(folder));
}

describe('readFile', () => {
  it('gives the bytes as they are, in pieces', async () => {
    const bytes = Buffer.from(Array.from({ length: 600_001 }, (_, index) => index % 251));
    await writeFile(join(folder, 'large'), bytes);
    const answer = await ask(join(folder, 'large'));
    expect(answer).toMatchObject({ kind: 'file', name: 'file', path: 'C:\\file', at, outcome: 'read', filtered: [] });
    const pieces: Uint8Array[] = [];
    for await (const piece of answer.content) pieces.push(piece);
    expect(pieces.length).toBeGreaterThan(1);
    expect(Buffer.concat(pieces)).toEqual(bytes);
  });

  it('reads a large file in little memory', async () => {
    const path = join(folder, 'sparse');
    await writeFile(path, '');
    await truncate(path, 400 * 1024 * 1024);
    const before = process.memoryUsage().arrayBuffers;
    let size = 0;
    for await (const piece of (await ask(path, { timeoutMs: 20_000 })).content) {
      size += piece.length;
      const grown = process.memoryUsage().arrayBuffers - before;
      if (grown > 150 * 1024 * 1024) throw new Error(`${grown} bytes are held after ${size}`);
    }
    expect(size).toBe(400 * 1024 * 1024);
  });

  it('takes out what the filter says, and tells', async () => {
    await writeFile(join(folder, 'config'), '<a password="hunter2"/>');
    const answer = await ask(join(folder, 'config'), { filter: 'applicationHost' });
    expect(answer.filtered).toContain('passwords');
    expect((await readWhole(answer.content)).toString()).toBe('<a password="[removed]"/>');
  });

  it('tells a missing file', async () => {
    const answer = await ask(join(folder, 'missing'));
    expect(answer.outcome).toBe('notFound');
    expect((await readWhole(answer.content)).length).toBe(0);
  });

  it('does not open a folder as a file', async () => {
    expect(await ask(folder)).toMatchObject({ outcome: 'failed', detail: expect.stringContaining('EISDIR') });
  });

  it('refuses a file over the cap, before reading it', async () => {
    await writeFile(join(folder, 'over'), 'x'.repeat(101));
    expect((await ask(join(folder, 'over'), { maxBytes: 100 })).outcome).toBe('tooLarge');
    expect((await ask(join(folder, 'over'), { maxBytes: 101 })).outcome).toBe('read');
  });

  it('reads nothing when it was cancelled before', async () => {
    await writeFile(join(folder, 'cancelled'), 'x');
    expect((await ask(join(folder, 'cancelled'), { signal: AbortSignal.abort() })).outcome).toBe('cancelled');
  });
});

describe.skipIf(process.platform !== 'linux')('readFile, with pipes as files', () => {
  it('stops when a file grows over the cap while it is read', async () => {
    const path = pipe('growing');
    const writer = await openFd(path, 'r+');
    await writer.write('x'.repeat(50));
    const answer = await ask(path, { maxBytes: 60 });
    await writer.write('x'.repeat(50));
    await expect(readWhole(answer.content)).rejects.toMatchObject({ name: 'FileReadError', outcome: 'tooLarge' });
    await writer.close();
  });

  it('gives up at its time when nothing comes', async () => {
    const path = pipe('silent');
    const writer = await openFd(path, 'r+');
    expect(await ask(path, { timeoutMs: 200 })).toMatchObject({ outcome: 'timedOut' });
    // The read that still waits in the system lets go.
    await writer.write('end');
    await writer.close();
  });

  it('gives up at its time when nothing more comes', async () => {
    const path = pipe('silent-later');
    const writer = await openFd(path, 'r+');
    await writer.write('beginning');
    const answer = await ask(path, { timeoutMs: 300 });
    const startedAt = performance.now();
    await expect(readWhole(answer.content)).rejects.toMatchObject({ outcome: 'timedOut' });
    expect(performance.now() - startedAt).toBeLessThan(1000);
    await writer.write('end');
    await writer.close();
  });

  it('can be cancelled in the middle', async () => {
    const path = pipe('cancelled-later');
    const writer = await openFd(path, 'r+');
    await writer.write('beginning');
    const controller = new AbortController();
    const answer = await ask(path, { signal: controller.signal });
    setTimeout(() => controller.abort(), 100);
    await expect(readWhole(answer.content)).rejects.toMatchObject({ outcome: 'cancelled' });
    await writer.write('end');
    await writer.close();
  });

  it('lets go of a file that nobody reads, and of one that is read in part', async () => {
    await writeFile(join(folder, 'unread'), 'x'.repeat(200_000));
    await ask(join(folder, 'unread'), { timeoutMs: 150 });
    for await (const _ of (await ask(join(folder, 'unread'))).content) break;
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect((await openFiles()).filter((path) => path.endsWith('unread'))).toEqual([]);
  });
});

describe('listFolder', () => {
  it('lists files by name, with size and time, and no folders', async () => {
    const logs = await mkdtemp(join(folder, 'logs-'));
    await mkdtemp(join(logs, 'sub-'));
    await writeFile(join(logs, 'b.log'), 'xx');
    await writeFile(join(logs, 'a.log'), '');
    const answer = await listFolder({ name: 'logs', path: 'C:\\logs', timeoutMs: 1000 }, logs, at);
    expect(answer).toMatchObject({ kind: 'folder', path: 'C:\\logs', outcome: 'read' });
    expect(answer.entries.map(({ name, size }) => [name, size])).toEqual([
      ['a.log', 0],
      ['b.log', 2],
    ]);
    expect(Date.now() - Date.parse(answer.entries[0]!.modified)).toBeLessThan(60_000);
  });

  it('tells that there is none, and that it was cancelled', async () => {
    const question = { name: 'logs', path: 'C:\\logs', timeoutMs: 1000 };
    expect(await listFolder(question, join(folder, 'none'), at)).toMatchObject({ outcome: 'notFound', entries: [] });
    const cancelled = { ...question, signal: AbortSignal.abort() };
    expect((await listFolder(cancelled, folder, at)).outcome).toBe('cancelled');
  });
});
