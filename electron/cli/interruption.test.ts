import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import { RepairReport } from '../../shared/model/repair.ts';
import { Result } from '../../shared/model/result.ts';
import { createPracticeServer } from '../host/practice/practice-server.ts';

/** Built before the tests. */
const program = fileURLToPath(new URL('../../out/psdoctor/psdoctor.js', import.meta.url));

type Signal = 'SIGINT' | 'SIGTERM';

/** Sends a signal to the process that it is loaded into, some time after that begins to listen. */
const sender = (signal: Signal, afterMs: number) =>
  `data:text/javascript,${encodeURIComponent(`
    const look = setInterval(() => {
      if (process.listenerCount('${signal}') === 0) return;
      clearInterval(look);
      setTimeout(() => process.kill(process.pid, '${signal}'), ${afterMs}).unref();
    }, 1);
    look.unref();
  `)}`;

async function interrupted(signal: Signal, afterMs: number, ...args: string[]) {
  const child = spawn(process.execPath, ['--import', sender(signal, afterMs), program, ...args]);
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr)]);
  return { code: await ended, stdout, stderr };
}

const error = { format: 'package-server-doctor/error', version: 1, code: 'interrupted', message: expect.any(String) };

describe.skipIf(process.platform === 'win32')('a psdoctor that is interrupted', () => {
  it.each(['SIGINT', 'SIGTERM'] as const)('by %s as soon as it listens has one JSON answer', async (signal) => {
    const commands = [
      ['diagnose', '--target', 'practice:healthy'],
      ['plan', 'rebind-certificate'],
    ];
    for (const command of commands) {
      const { code, stdout, stderr } = await interrupted(signal, 0, ...command, '--json');
      expect(JSON.parse(stdout)).toEqual(error);
      expect({ code, stderr }).toEqual({ code: 130, stderr: '' });
    }
  });

  it('says so in words without --json', async () => {
    expect(await interrupted('SIGTERM', 0, 'diagnose')).toMatchObject({
      code: 130,
      stdout: '',
      stderr: expect.stringMatching(/^Interrupted/u),
    });
  });

  it.each([100, 400, 700, 1000])('%i ms later has one JSON answer too, or has ended', async (afterMs) => {
    const { code, stdout } = await interrupted('SIGINT', afterMs, 'diagnose', '--target', 'practice:healthy', '--json');
    const answer: unknown = JSON.parse(stdout);
    const result = Result.safeParse(answer);
    if (!result.success) expect(answer).toEqual(error);
    expect(code === 130 || (code === 0 && result.success)).toBe(true);
  });

  it('in the middle of a repair ends it, proves it and tells its outcome', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'psdoctor-interrupted-'));
    onTestFinished(() => rm(folder, { recursive: true }));
    await (await createPracticeServer({ scenario: 'restart-needed', dir: join(folder, 'server') })).dispose();
    const places = ['--practice', join(folder, 'server'), '--data', join(folder, 'data')];
    const child = spawn(process.execPath, [program, 'repair', 'restart-agent', ...places, '--yes', '--json']);
    const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
    let stderr = '';
    child.stderr.on('data', (chunk: Buffer) => {
      const before = stderr;
      stderr += chunk.toString();
      if (!before.includes('Stop the') && stderr.includes('Stop the')) {
        for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) child.kill(signal);
      }
    });
    const answer: unknown = JSON.parse(await text(child.stdout));
    expect(RepairReport.parse(answer).outcome).toBe('fixed');
    expect(await ended).toBe(0);
    expect(stderr).toContain('finished and proven, or undone, before psdoctor ends');
  });
});
