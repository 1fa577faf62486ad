import { spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import type { Evidence } from '../host/recording.ts';
import { writeBundle } from '../host/recorded/write-bundle.ts';
import { saveFile } from './save.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'disk-trouble-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
});

/** One file of some megabytes that does not pack; `between` happens in its middle. */
function large(between: () => Promise<unknown>): Evidence {
  async function* read() {
    for (let block = 0; block < 64; block += 1) {
      if (block === 32) await between();
      yield crypto.getRandomValues(new Uint8Array(65_536));
    }
  }
  const content = { size: 64 * 65_536, read };
  const [at, durationMs] = ['2026-01-31T10:00:00.000Z', 1];
  const file = {
    seq: 1,
    phase: 'before',
    name: 'file.large',
    at,
    durationMs,
    filtered: [],
    path: 'C:\\large',
    content,
  };
  return { kind: 'practice', name: 'practice:healthy', answers: () => [{ ...file, kind: 'file', outcome: 'read' }] };
}

describe('a disk that fails in the middle', () => {
  it.each(['evidence.zip', 'evidence'])(
    'leaves no half %s when its folder goes away, as a share does',
    async (name) => {
      const share = join(folder, 'share');
      await mkdir(share);
      const gone = large(() => rm(share, { recursive: true }));
      await expect(writeBundle(gone, join(share, name))).rejects.toMatchObject({
        code: 'failed',
        message: expect.stringMatching(/could not be written to .*: it is not there\.$/u),
      });
      expect(await readdir(folder)).toEqual([]);
    },
  );

  it.each([
    ['ENOSPC', 'the disk is full'],
    ['EROFS', 'the disk is read-only'],
    ['EIO', 'the disk, or the network share, reports an error'],
    ['ENETUNREACH', 'the network share cannot be reached'],
    ['UNKNOWN', 'Windows reports an error that has no name'],
  ])('says what %s means, and leaves nothing', async (code, words) => {
    const failing = large(() => Promise.reject(Object.assign(new Error(code), { code })));
    await expect(writeBundle(failing, join(folder, 'evidence.zip'))).rejects.toMatchObject({
      message: expect.stringContaining(words),
    });
    expect(await readdir(folder)).toEqual([]);
  });

  it('leaves the report that was there as it was', async () => {
    const path = join(folder, 'report.html');
    await saveFile(path, 'kept');
    await expect(saveFile(join(path, 'below'), 'x')).rejects.toMatchObject({
      code: 'failed',
      message: expect.stringContaining(`${path} is a file, and a folder is needed there`),
    });
    expect(await readdir(folder)).toEqual(['report.html']);
  });
});

const program = join(import.meta.dirname, '..', '..', 'out', 'psdoctor', 'psdoctor.js');

describe.skipIf(process.platform !== 'linux')('psdoctor where no file may be larger', () => {
  it.each([
    ['a bundle', ['diagnose', '--target', 'practice:healthy', '--bundle', 'e.zip'], 8, 2],
    ['a bundle folder', ['diagnose', '--target', 'practice:healthy', '--bundle', 'e'], 2, 2],
    ['a result', ['diagnose', '--target', 'practice:healthy', '--json', '--out', 'r.json'], 8, 2],
  ])('says so of %s, and leaves nothing', async (_what, args, blocks, exitCode) => {
    const line = `ulimit -f ${blocks}; exec "$0" "$@"`;
    const { status, stderr, stdout } = spawnSync('sh', ['-c', line, process.execPath, program, ...args], {
      cwd: folder,
      encoding: 'utf8',
    });
    expect(stdout + stderr).toMatch(/(?:e\.zip|e|r\.json).*: a file may not be larger there\./mu);
    expect(status).toBe(exitCode);
    expect(stdout).toContain('PS07.corp.example');
    expect(await readdir(folder)).toEqual([]);
  });

  it('gives a result that its case does not take', () => {
    const line = 'ulimit -f 8; exec "$0" "$@"';
    const asked = [
      process.execPath,
      program,
      'diagnose',
      '--target',
      'practice:stale-binding',
      '--case',
      '--data',
      'd',
    ];
    const { status, stderr, stdout } = spawnSync('sh', ['-c', line, ...asked, '--json'], {
      cwd: folder,
      encoding: 'utf8',
    });
    expect(JSON.parse(stdout)).toMatchObject({
      format: 'package-server-doctor/result',
      causes: [{ id: 'stale-binding' }],
    });
    expect(stderr).toMatch(/a file may not be larger there\. The result stands; it is not kept in a case\.\n$/u);
    expect(status).toBe(2);
  });
});
