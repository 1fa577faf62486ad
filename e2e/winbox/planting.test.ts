import { execFile } from 'node:child_process';
import { chmod, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startDiagnosis } from '../../electron/diagnosis/run.ts';
import { createPracticeServer } from '../../electron/host/practice/practice-server.ts';
import { toolNames, toolPath } from '../../electron/host/tools.ts';
import { createWindowsHost } from '../../electron/host/windows/windows-host.ts';
import { realWorld } from '../../electron/host/windows/world.ts';
import { createWinbox } from './winbox.ts';

let folder: string;
let traces: string;
const stood = process.cwd();
const path = process.env['PATH'];

/** Programs with the names of Windows' tools, in the working folder and first in PATH, that leave a trace when run. */
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'planted-'));
  traces = join(folder, 'traces');
  await mkdir(traces);
  for (const tool of toolNames) {
    for (const name of [tool, `${tool}.exe`, `${tool}.cmd`, toolPath(tool), toolPath(tool).split('\\').at(-1)!]) {
      await writeFile(join(folder, name), `#!/bin/sh\necho run > "${join(traces, tool)}"\n`);
      await chmod(join(folder, name), 0o755);
    }
  }
  process.chdir(folder);
  process.env['PATH'] = [folder, path].join(delimiter);
});
afterEach(async () => {
  process.chdir(stood);
  process.env['PATH'] = path;
  await rm(folder, { recursive: true });
});

describe.skipIf(process.platform === 'win32')('a planted program', () => {
  it('would be run by its name: the trap works', async () => {
    const [tool] = toolNames;
    await new Promise((resolve) => execFile(tool!, resolve));
    expect(await readdir(traces)).toEqual([tool]);
  });

  it('is never run by a diagnosis with real processes', async () => {
    const practiceDir = join(folder, 'practice');
    const practice = await createPracticeServer({ scenario: 'stale-binding', dir: practiceDir });
    const box = await createWinbox({ practiceDir });
    const result = await startDiagnosis(box.host).done;
    await box.dispose();
    await practice.dispose();
    expect(result.causes[0]?.id).toBe('stale-binding');
    expect(await readdir(traces)).toEqual([]);
  });

  it('is not found in place of a tool that is missing', async () => {
    const practiceDir = join(folder, 'practice');
    const practice = await createPracticeServer({ scenario: 'healthy', dir: practiceDir });
    const box = await createWinbox({
      practiceDir,
      faults: Object.fromEntries(toolNames.map((tool) => [tool, { kind: 'missing' }])),
    });
    for (const tool of toolNames) {
      const { outcome } = await box.host.run({ name: tool, tool, args: [], timeoutMs: 5000 });
      expect(outcome, tool).toBe('notFound');
    }
    await box.dispose();
    await practice.dispose();
    expect(await readdir(traces)).toEqual([]);
  });

  it('is not run by a path that is not absolute', async () => {
    const host = createWindowsHost({ ...realWorld(), mapPath: () => 'netsh.exe' });
    await expect(host.run({ name: 'netsh', tool: 'netsh', args: [], timeoutMs: 5000 })).rejects.toThrow(TypeError);
    await host.dispose();
    expect(await readdir(traces)).toEqual([]);
  });
});
