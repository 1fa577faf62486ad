import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { afterAll, beforeAll, beforeEach, afterEach, describe, expect, it } from 'vitest';
import { runKeptTool } from './kept-tool.ts';
import { World } from './model/world.ts';
import { createPracticeServer } from './practice-server.ts';
import { folderStore, isKept, keptFilePath } from './store/folder-store.ts';
import { filesOf } from './virtual-files.ts';

/** A process that adds records to a kept server, or adds and deletes one for ever. */
const program = `
import { runKeptTool } from ${JSON.stringify(fileURLToPath(new URL('kept-tool.ts', import.meta.url)))};
const [dir, hash, from, to] = process.argv.slice(2);
const endpoint = (port) => 'ipport=10.0.0.1:' + port;
const appid = 'appid={4dc3e181-e14b-4a21-b022-59fc669b0914}';
const netsh = (verb, ...args) => runKeptTool(dir, 'netsh', ['http', verb, 'sslcert', ...args]);
for (let port = Number(from); port < Number(to); port += 1) {
  const { exitCode } = await netsh('add', endpoint(port), 'certhash=' + hash, appid);
  if (exitCode !== 0) process.exit(10 + exitCode);
}
while (to === undefined) {
  await netsh('add', endpoint(from), 'certhash=' + hash, appid);
  await netsh('delete', endpoint(from));
  process.stdout.write('.');
}
`;

let built: string;
beforeAll(async () => {
  built = await mkdtemp(join(tmpdir(), 'kept-tool-'));
  const entry = join(built, 'program.ts');
  await writeFile(entry, program);
  await build({
    configFile: false,
    logLevel: 'error',
    ssr: { noExternal: true },
    build: {
      ssr: entry,
      outDir: built,
      emptyOutDir: false,
      target: 'node20',
      rolldownOptions: { output: { entryFileNames: 'program.mjs' } },
    },
  });
});
afterAll(() => rm(built, { recursive: true }));

let dir: string;
let hash: string;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'practice-'));
  const server = await createPracticeServer({ scenario: 'healthy', dir });
  hash = (await server.world()).httpSys.live[0]!.hash!;
});
afterEach(() => rm(dir, { recursive: true }));

const start = (...args: string[]): ChildProcess =>
  spawn(process.execPath, [join(built, 'program.mjs'), dir, hash, ...args], { stdio: ['ignore', 'pipe', 'inherit'] });

const state = async () => World.parse(JSON.parse(await readFile(join(dir, 'practice-server.json'), 'utf8')));

describe('a kept server, used by several processes at once', () => {
  it('loses no change', async () => {
    const children = [100, 200, 300, 400].map((from) => start(String(from), String(from + 12)));
    const codes = await Promise.all(children.map(async (child) => (await once(child, 'exit'))[0] as number));
    expect(codes).toEqual([0, 0, 0, 0]);
    const { live, registry } = (await state()).httpSys;
    expect(live).toHaveLength(2 + 4 * 12);
    expect(new Set(live.map(({ endpoint }) => endpoint)).size).toBe(live.length);
    expect(registry.map(({ endpoint }) => endpoint).toSorted()).toEqual(
      live.map(({ endpoint }) => endpoint).toSorted(),
    );
    // What remains of the lock is its last holder's number.
    expect(await readdir(join(dir, 'lock'))).toEqual([expect.stringMatching(/^\d+\.free$/u)]);
  });

  it('stays whole and usable when processes are killed at any moment', async () => {
    for (let round = 0; round < 6; round += 1) {
      const children = [start('501'), start('502')];
      await Promise.all(children.map((child) => once(child.stdout!, 'data')));
      await sleep(round * 5);
      for (const child of children) child.kill('SIGKILL');
      await Promise.all(children.map((child) => once(child, 'exit')));

      const world = await state();
      expect(world.httpSys.registry).toEqual(world.httpSys.live);
      const startedAt = performance.now();
      const add = await runKeptTool(dir, 'netsh', [
        'http',
        'add',
        'sslcert',
        `ipport=10.0.0.2:${600 + round}`,
        `certhash=${hash}`,
        'appid={4dc3e181-e14b-4a21-b022-59fc669b0914}',
      ]);
      expect(add.exitCode).toBe(0);
      expect(performance.now() - startedAt).toBeLessThan(2000);
      expect((await state()).httpSys.live.filter(({ endpoint }) => endpoint.startsWith('10.0.0.2:'))).toHaveLength(
        round + 1,
      );
      for (const [path, { content }] of filesOf(await folderStore(dir).read())) {
        expect(await readFile(keptFilePath(dir, path))).toEqual(Buffer.from(content));
      }
    }
  }, 60_000);

  it('is made once, whoever comes first', async () => {
    const fresh = join(dir, 'fresh');
    const servers = await Promise.all([1, 2, 3].map(() => createPracticeServer({ scenario: 'healthy', dir: fresh })));
    const hashes = await Promise.all(servers.map(async (server) => (await server.world()).httpSys.live[0]?.hash));
    expect(new Set(hashes).size).toBe(1);
    expect(await isKept(fresh)).toBe(true);
  });
});
