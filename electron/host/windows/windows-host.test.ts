import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { recording } from '../recording.ts';
import { createWindowsHost } from './windows-host.ts';
import { realWorld } from './world.ts';

describe.skipIf(process.platform === 'win32')('the windows Host', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'windows-host-'));
    const program = join(folder, 'appcmd.exe');
    writeFileSync(
      program,
      '#!/bin/sh\nprintf \'<appcmd><virtualDirectory userName="u" password="Sup3r-s3cret" /></appcmd>\\n\'\n',
    );
    chmodSync(program, 0o755);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('takes secrets out of what a tool printed, before a recording sees it', async () => {
    const mapPath = (path: string): string => join(folder, path.slice(path.lastIndexOf('\\') + 1));
    const host = recording(
      createWindowsHost({ ...realWorld({ SystemRoot: 'C:\\Windows' }), systemFolder: folder, mapPath }),
    );
    const question = { name: 'x', tool: 'appcmd', args: ['list'], timeoutMs: 10_000 } as const;
    expect((await host.run(question)).stdout.text).toContain('Sup3r-s3cret');

    const answer = await host.run({ ...question, name: 'filtered', filter: 'applicationHost' });
    expect(answer.stdout.text).toBe('<appcmd><virtualDirectory userName="u" password="[removed]" /></appcmd>\n');
    expect(Buffer.from(answer.stdout.bytes).toString()).toBe(answer.stdout.text);
    expect(host.latest('filtered')).toMatchObject({
      outcome: 'exited',
      filtered: expect.arrayContaining(['passwords']),
    });
  });
});
