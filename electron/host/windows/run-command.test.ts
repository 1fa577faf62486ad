import { readFileSync } from 'node:fs';
import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCommand, type RunOptions } from './run-command.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'run-command-'));
});
afterAll(() => rm(folder, { recursive: true }));

const run = (script: string, options: Partial<RunOptions> = {}) =>
  runCommand(process.execPath, ['-e', script], {
    timeoutMs: 20_000,
    systemFolder: folder,
    env: {},
    ...options,
  });

/** Starts a process that keeps the pipes open, and writes its id and its parent's to a file. */
const leavesChildBehind = (pids: string, detached: boolean) => `
  const child = require('node:child_process').spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'],
    { stdio: 'inherit', detached: ${detached} });
  require('node:fs').writeFileSync(${JSON.stringify(pids)}, process.pid + ' ' + child.pid);
  child.unref();
`;

async function pidsIn(file: string): Promise<number[]> {
  return (await readFile(file, 'utf8')).split(' ').map(Number);
}

/** A killed process that nobody has waited for yet (a zombie) does not live. */
function lives(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return process.platform !== 'linux' || !readFileSync(`/proc/${pid}/stat`, 'utf8').includes(') Z ');
  } catch {
    return false;
  }
}

async function isGone(pid: number): Promise<boolean> {
  for (let tries = 0; tries < 40 && lives(pid); tries += 1) await delay(50);
  return !lives(pid);
}

describe('runCommand', () => {
  it('gives both streams as the bytes they are, and the exit code', async () => {
    const result = await run(
      `process.stdout.write(Buffer.from([0, 255, 128, 10])); process.stderr.write('x'); process.exitCode = 3`,
      { okExitCodes: [0, 3] },
    );
    expect(result).toMatchObject({ outcome: 'exited', exitCode: 3, ok: true });
    expect([...result.stdout]).toEqual([0, 255, 128, 10]);
    expect([...result.stderr]).toEqual([120]);
  });

  it('calls an exit code that nobody expected not ok', async () => {
    expect(await run('process.exitCode = 1')).toMatchObject({ outcome: 'exited', exitCode: 1, ok: false });
  });

  it('gives every byte of a large output', async () => {
    const result = await run(`process.stdout.write(Buffer.alloc(12 * 1024 * 1024, 97))`);
    expect(result.outcome).toBe('exited');
    expect(result.stdout.length).toBe(12 * 1024 * 1024);
  });

  it('hands arguments over as they are, with no shell between', async () => {
    const args = ['a b', '"quoted"', '$HOME', '%PATH%', '*', '', "it's", '\u200e', '& echo x'];
    const { stdout } = await runCommand(
      process.execPath,
      ['-e', 'process.stdout.write(JSON.stringify(process.argv.slice(1)))', '--', ...args],
      { timeoutMs: 20_000, systemFolder: folder, env: {} },
    );
    expect(JSON.parse(Buffer.from(stdout).toString())).toEqual(args);
  });

  it('inherits no environment, no stdin and no working folder', async () => {
    process.env['RUN_COMMAND_TEST'] = 'inherited';
    const { stdout } = await run(
      `process.stdin.on('end', () => console.log(JSON.stringify([process.env.RUN_COMMAND_TEST ?? null,
        process.env.GIVEN, process.cwd()]))).resume()`,
      { env: { GIVEN: 'yes' } },
    );
    delete process.env['RUN_COMMAND_TEST'];
    expect(JSON.parse(Buffer.from(stdout).toString())).toEqual([null, 'yes', folder]);
  });

  it('keeps what a hanging program wrote, and ends it at its time', async () => {
    const result = await run(`console.log(process.pid); setInterval(() => {}, 1000)`, { timeoutMs: 700 });
    expect(result).toMatchObject({ outcome: 'timedOut', exitCode: null, ok: false });
    expect(result.durationMs).toBeGreaterThanOrEqual(690);
    expect(result.durationMs).toBeLessThan(1700);
    expect(await isGone(Number(Buffer.from(result.stdout).toString()))).toBe(true);
  });

  it('ends a program that ignores being asked to', async () => {
    const result = await run(
      `process.on('SIGTERM', () => {}); process.on('SIGINT', () => {}); console.log(process.pid); setInterval(() => {}, 1000)`,
      { timeoutMs: 700 },
    );
    expect(result.outcome).toBe('timedOut');
    expect(result.durationMs).toBeLessThan(1700);
    expect(await isGone(Number(Buffer.from(result.stdout).toString()))).toBe(true);
  });

  it('ends the whole tree with it', async () => {
    const pids = join(folder, 'tree');
    const result = await run(`${leavesChildBehind(pids, false)} setInterval(() => {}, 1000)`, {
      timeoutMs: 1000,
    });
    expect(result.outcome).toBe('timedOut');
    expect(result.durationMs).toBeLessThan(2000);
    for (const pid of await pidsIn(pids)) expect(await isGone(pid)).toBe(true);
  });

  it('can be cancelled', async () => {
    const controller = new AbortController();
    setTimeout(() => controller.abort(), 500);
    const result = await run(`console.log(process.pid); setInterval(() => {}, 1000)`, {
      signal: controller.signal,
    });
    expect(result.outcome).toBe('cancelled');
    expect(result.durationMs).toBeLessThan(1500);
    expect(await isGone(Number(Buffer.from(result.stdout).toString()))).toBe(true);
  });

  it('starts nothing when it was cancelled before', async () => {
    const file = join(folder, 'not-made');
    const result = await run(`require('node:fs').writeFileSync(${JSON.stringify(file)}, '')`, {
      signal: AbortSignal.abort(),
    });
    expect(result).toMatchObject({ outcome: 'cancelled', exitCode: null });
    await expect(readFile(file)).rejects.toThrow();
  });

  it('ends a program that prints 100 MB, and keeps the beginning', async () => {
    const result = await run(
      `const block = Buffer.alloc(1 << 20, 98); let left = 100;
       (function next() { if (left-- > 0) process.stdout.write(block, next); })()`,
      { maxBytes: 1_000_000 },
    );
    expect(result).toMatchObject({ outcome: 'tooLarge', exitCode: null, ok: false });
    expect(result.stdout.length + result.stderr.length).toBe(1_000_000);
    expect(result.durationMs).toBeLessThan(3000);
  });

  it('sees an output just over the cap as too large, and one at the cap as whole', async () => {
    const print = (bytes: number) => run(`process.stdout.write('x'.repeat(${bytes}))`, { maxBytes: 1000 });
    expect((await print(1000)).outcome).toBe('exited');
    expect((await print(1001)).outcome).toBe('tooLarge');
  });

  it('says that a program is missing', async () => {
    const result = await runCommand(join(folder, 'missing.exe'), [], {
      timeoutMs: 5000,
      systemFolder: folder,
      env: {},
    });
    expect(result).toMatchObject({ outcome: 'notFound', exitCode: null, ok: false });
  });

  it('does not say so when only its working folder is', async () => {
    expect((await run('', { systemFolder: join(folder, 'missing') })).outcome).toBe('spawnFailed');
  });

  it('says that a program may not be run', async () => {
    const file = join(folder, 'forbidden');
    await writeFile(file, 'x');
    await chmod(file, 0o644);
    const result = await runCommand(file, [], { timeoutMs: 5000, systemFolder: folder, env: {} });
    expect(result.outcome).toBe('accessDenied');
  });

  it('refuses an argument that no program can be given', async () => {
    await expect(
      runCommand(process.execPath, ['a\0b'], { timeoutMs: 5000, systemFolder: folder, env: {} }),
    ).rejects.toThrow(TypeError);
  });

  it('never looks a program up', async () => {
    await expect(runCommand('node', [], { timeoutMs: 1, systemFolder: folder, env: {} })).rejects.toThrow(TypeError);
  });
});

describe.skipIf(process.platform === 'win32')('runCommand, outside Windows', () => {
  it('does not wait for a child that the program left behind, and ends it', async () => {
    const pids = join(folder, 'left-behind');
    const result = await run(`${leavesChildBehind(pids, false)} process.stdout.write('done')`);
    expect(result).toMatchObject({ outcome: 'exited', exitCode: 0 });
    expect(Buffer.from(result.stdout).toString()).toBe('done');
    expect(result.durationMs).toBeLessThan(2000);
    for (const pid of await pidsIn(pids)) expect(await isGone(pid)).toBe(true);
  });

  it('does not wait for one that left its process group either', async () => {
    const pids = join(folder, 'escaped');
    const result = await run(`${leavesChildBehind(pids, true)} process.stdout.write('done')`);
    const escaped = (await pidsIn(pids))[1]!;
    expect(lives(escaped)).toBe(true);
    process.kill(escaped, 'SIGKILL');
    expect(result).toMatchObject({ outcome: 'exited', exitCode: 0 });
    expect(result.durationMs).toBeLessThan(2000);
  });

  it('tells a program that something else ended', async () => {
    const result = await run(`process.kill(process.pid, 'SIGKILL')`);
    expect(result).toMatchObject({ outcome: 'exited', exitCode: 137, ok: false });
    expect(result.detail).toContain('SIGKILL');
  });
});
