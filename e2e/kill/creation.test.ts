import { spawn } from 'node:child_process';
import { mkdtemp, readdir, rm, utimes } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listCases } from '../../electron/cases/case-list.ts';
import { openCaseStore } from '../../electron/cases/store.ts';
import { buildWorker } from './build-worker.ts';

let folder: string;
let program: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'psdoctor-creation-'));
  program = await buildWorker(new URL('creation-worker.ts', import.meta.url), join(folder, 'worker'));
});
afterAll(() => rm(folder, { recursive: true }));

/** Makes a case in a process that dies before one of its calls, or lives and tells how many there are. */
async function make(data: string, call: number): Promise<{ signal: string | null; printed: string }> {
  const child = spawn(process.execPath, [program, data, String(call)], { stdio: ['ignore', 'pipe', 'inherit'] });
  const signal = new Promise<string | null>((resolve) => child.once('exit', (_code, own) => resolve(own)));
  return { printed: await text(child.stdout), signal: await signal };
}

describe.skipIf(process.platform === 'win32')('a process that is killed while it makes a case', () => {
  it('leaves no case or a whole one, whatever it was doing, and nothing for good', { timeout: 120_000 }, async () => {
    const { printed } = await make(join(folder, 'undisturbed'), 0);
    const calls = Number(printed);
    expect(calls).toBeGreaterThan(5);
    for (let call = 1; call <= calls; call++) {
      const data = join(folder, String(call));
      expect({ call, ...(await make(data, call)) }).toMatchObject({ signal: 'SIGKILL' });
      const store = await openCaseStore(data);
      expect({ call, cases: await listCases(store) }).toEqual({ call, cases: [] });

      const cases = join(data, 'cases');
      const longAgo = new Date('2026-01-31T10:00:00.000Z');
      for (const name of await readdir(cases)) await utimes(join(cases, name), longAgo, longAgo);
      expect((await make(data, 0)).signal).toBeNull();
      expect(await listCases(store)).toMatchObject([
        { id: '2026-01-31-01-ps07', state: 'unchanged', words: expect.stringContaining('nothing was changed') },
      ]);
      expect(await readdir(cases)).toEqual(['2026-01-31-01-ps07']);
    }
  });
});
