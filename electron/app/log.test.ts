import { chmod, mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { withoutSecretWords } from './log-secrets.ts';

let data: string;
beforeEach(async () => {
  data = await mkdtemp(join(tmpdir(), 'log-'));
  onTestFinished(() => rm(data, { recursive: true, force: true }));
  vi.resetModules();
});
/** A program that has just started. */
const program = () => import('./log.ts');
const file = () => join(data, 'logs', 'psdoctor.log');

describe('the log', () => {
  it('holds what was logged before its place was known, with the trace, for its owner alone', async () => {
    const { logError, logFile, logNotice, readLogs, startLog } = await program();
    expect(logFile()).toBeNull();
    const early = logError('start', new Error('too early'));
    startLog(data, 'psdoctor');
    expect(logFile()).toBe(file());
    expect([await early, await logNotice('compatibility', 'asked for')]).toEqual([true, true]);
    const text = await readFile(file(), 'utf8');
    expect(text).toMatch(/^\S+Z error start: Error: too early\n\s+at /u);
    expect(text).toMatch(/Z notice compatibility: asked for\n$/u);
    expect(await readLogs(data)).toBe(text);
    if (process.platform !== 'win32') expect((await stat(file())).mode & 0o077).toBe(0);
  });

  it('moves on when it is full, and never grows beyond four files', async () => {
    const { logError, startLog } = await program();
    startLog(data, 'psdoctor');
    for (let count = 0; count < 320; count += 1) await logError(`entry ${count}`, 'x'.repeat(20_000));
    const names = await readdir(join(data, 'logs'));
    expect(names.toSorted()).toEqual(['psdoctor.1.log', 'psdoctor.2.log', 'psdoctor.3.log', 'psdoctor.log']);
    for (const name of names) expect((await stat(join(data, 'logs', name))).size).toBeLessThan(1.1 * 2 ** 20);
    expect(await readFile(file(), 'utf8')).toContain('entry 319');
  });

  it.skipIf(process.platform === 'win32' || process.getuid?.() === undefined)(
    'is not written where others can write',
    async () => {
      await chmod(data, 0o777);
      const { logError, startLog } = await program();
      startLog(data, 'psdoctor');
      expect(await logError('start', new Error('x'))).toBe(false);
      expect(await readdir(data)).toEqual([]);
    },
  );
});

describe('what looks like a secret', () => {
  it.each([
    ['connect password=hunter2 failed', 'connect password=[removed] failed'],
    ['{"token": "abc def", "port": 443}', '{"token": [removed], "port": 443}'],
    ['Authorization: Bearer eyJhbGciOi.x.y', 'Authorization: [removed]'],
    ['password="[enc:AesProvider:hxh=:enc]"', 'password=[removed]'],
    ['value [enc:AesProvider:hxh=:enc] here', 'value [removed] here'],
    ['GET https://me:secret@host/x', 'GET https://[removed]@host/x'],
    ['-----BEGIN EC PRIVATE KEY-----\nMHc\n-----END EC PRIVATE KEY----- x', '[removed] x'],
    ['aexs://AbCd== failed', '[removed] failed'],
    ['\u001b[31mred', '[U+001B][31mred'],
  ])('is taken out of %j', (entry, expected) => {
    expect(withoutSecretWords(entry)).toBe(expected);
  });
  it('is all that goes', () => {
    const entry = 'ENOENT: no such file, open C:\\ProgramData\\x; the key was not found (0x80092004)';
    expect(withoutSecretWords(entry)).toBe(entry);
  });
});
