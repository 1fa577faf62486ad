import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inRoot } from '../../paths.mjs';
import { consoleNode } from './node.mjs';
import { bundlePsdoctor } from './psdoctor.mjs';

describe('the console program', () => {
  let folder: string;
  let program: string;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'psd-console-'));
    const built = await bundlePsdoctor(join(folder, 'built'));
    expect(readdirSync(join(folder, 'built'))).toEqual(['psdoctor.mjs']);
    program = join(folder, 'psdoctor.mjs');
    copyFileSync(built, program);
    rmSync(join(folder, 'built'), { recursive: true });
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  const run = (...args: string[]) =>
    spawnSync(process.execPath, [program, ...args], { cwd: folder, encoding: 'utf8', timeout: 60_000 });

  it('is one file that diagnoses with nothing beside it', () => {
    const { status, stdout } = run('diagnose', '--target', 'practice:stale-binding', '--json');
    expect(JSON.parse(stdout)).toMatchObject({
      causes: [{ id: 'stale-binding' }, ...JSON.parse(stdout).causes.slice(1)],
    });
    expect(status).toBe(1);
    expect(readdirSync(folder)).toEqual(['psdoctor.mjs']);
  });

  it('says where PDF comes from, for it has no Electron', () => {
    const { status, stderr } = run('report', 'none', '--pdf', 'x.pdf');
    expect(status).not.toBe(0);
    expect(stderr).not.toMatch(/\n\s+at /u);
  });

  it('has no source map and no path of the computer it was built on', () => {
    const text = readFileSync(program, 'utf8');
    expect(text).not.toContain('sourceMappingURL');
    expect(text).not.toContain(inRoot());
  });

  it('is started by a command with the lines of Windows, which hands on everything', () => {
    const command = readFileSync(inRoot('build', 'package', 'console', 'psdoctor.cmd'), 'utf8');
    expect(command.trimEnd().split('\r\n').at(-1)).toBe('@"%~dp0node.exe" "%~dp0psdoctor.mjs" %*');
    expect(command).toContain('@set NODE_OPTIONS=\r\n');
  });

  it('pins its Node.js by content', () => {
    expect(consoleNode.integrity).toMatch(/^sha512-[\w+/]{86}==$/u);
  });
});
