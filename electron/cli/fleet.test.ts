import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { Fleet } from '../../shared/fleet/fleet.ts';
import { RepairReport } from '../../shared/model/repair.ts';
import { Result } from '../../shared/model/result.ts';

/** Built before the tests. */
const program = fileURLToPath(new URL('../../out/psdoctor/psdoctor.js', import.meta.url));

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'psdoctor-engine-'));
  onTestFinished(() => rm(folder, { recursive: true }));
});

/** As an engine runs it: no terminal, nothing to read from, no profile, a folder that is not its own. */
function asEngine(...args: string[]): Promise<{ code: number | null; stdout: string; stderr: string }> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [program, ...args], {
      cwd: '/',
      env: { SystemRoot: process.env['SystemRoot'] },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const said = { stdout: '', stderr: '' };
    for (const stream of ['stdout', 'stderr'] as const) {
      child[stream].setEncoding('utf8').on('data', (text: string) => (said[stream] += text));
    }
    child.on('close', (code) => resolve({ code, ...said }));
  });
}

const target = (scenario: string) => ['--target', `practice:${scenario}@ps21.corp.example`];
const kept = (scenario: string) => [...target(scenario), '--practice', join(folder, 'server')];
const json = async (path: string): Promise<unknown> => JSON.parse(await readFile(path, 'utf8'));

describe.skipIf(process.platform === 'win32')('psdoctor below an engine', () => {
  it('diagnoses without a terminal, input or profile, and leaves one file named by the server', async () => {
    const results = join(folder, 'results');
    await mkdir(results);
    const { code, stdout, stderr } = await asEngine('diagnose', ...target('stale-binding'), '--json', '--out', results);
    expect({ code, stdout, stderr }).toEqual({
      code: 1,
      stdout: '',
      stderr: `Written to ${join(results, 'ps21.corp.example.json')}\n`,
    });
    expect(await readdir(results)).toEqual(['ps21.corp.example.json']);
    expect(Result.parse(await json(join(results, 'ps21.corp.example.json'))).causes[0]?.id).toBe('stale-binding');
  });

  it('ends when its time is over: what has not answered is not known, and the exit code says incomplete', async () => {
    const file = join(folder, 'result.json');
    const { code } = await asEngine('diagnose', ...target('healthy'), '--json', '--out', file, '--timeout', '0.001');
    expect(code).toBe(3);
    const { facts } = Result.parse(await json(file));
    expect(Object.values(facts)).toContainEqual(expect.objectContaining({ state: 'unknown', reason: 'timedOut' }));
  });

  it('leaves no half file where several write the same one', async () => {
    const file = join(folder, 'result.json');
    const runs = ['stale-binding', 'healthy'].map((scenario) =>
      asEngine('diagnose', ...target(scenario), '--json', '--out', file),
    );
    expect((await Promise.all(runs)).map(({ code }) => code)).toEqual([1, 0]);
    expect(Result.safeParse(await json(file)).success).toBe(true);
    expect(await readdir(folder)).toEqual(['result.json']);
  });

  it('repairs only where the cause is the one that was named', async () => {
    const [before, after] = [join(folder, 'other.json'), join(folder, 'same.json')];
    const repair = [
      'repair',
      'rebind-certificate',
      ...kept('stale-binding'),
      '--data',
      join(folder, 'data'),
      '--yes',
      '--json',
    ];
    const bounded = ['--timeout', '120'];
    expect(await asEngine(...repair, ...bounded, '--only-if', 'missing-record', '--out', before)).toMatchObject({
      code: 0,
    });
    expect(RepairReport.parse(await json(before))).toMatchObject({ outcome: 'notNeeded', steps: [], case: null });
    expect(await asEngine(...repair, ...bounded, '--only-if', 'stale-binding', '--out', after)).toMatchObject({
      code: 0,
    });
    expect(RepairReport.parse(await json(after))).toMatchObject({ outcome: 'fixed' });
  });

  it('says in one document what is wrong with its arguments', async () => {
    const { code, stdout } = await asEngine('repair', 'rebind-certificate', '--yes', '--timeout', 'soon', '--json');
    expect({ code, told: JSON.parse(stdout) as unknown }).toMatchObject({ code: 2, told: { code: 'badArguments' } });
  });
});

describe('psdoctor fleet', () => {
  it('prints, writes all its formats, and ends with 1 while a server fails', async () => {
    const results = join(folder, 'results');
    await mkdir(results);
    const empty = await asEngine('fleet', results);
    expect(empty).toMatchObject({ code: 3 });
    expect(empty.stdout).toContain('0 servers');
    await asEngine('diagnose', ...target('stale-binding'), '--json', '--out', results);
    const [csv, html] = [join(folder, 'list.csv'), join(folder, 'list.html')];
    const first = await asEngine('fleet', results, '--json', '--csv', csv, '--html', html);
    expect(first.code).toBe(1);
    expect(Fleet.parse(JSON.parse(first.stdout)).counts).toMatchObject({ servers: 1, failing: 1 });
    expect(await readFile(csv, 'utf8')).toContain('ps21.corp.example,failing,stale-binding');
    expect(await readFile(html, 'utf8')).toContain('1 of 1 failing');
    const again = await asEngine('fleet', results, '--csv', csv);
    expect(again).toMatchObject({ code: 2, stderr: expect.stringContaining('replace it with --overwrite') });
    expect(again.stdout).toContain('1 server: 1 failing');
    expect(await asEngine('fleet', results, '--csv', csv, '--overwrite')).toMatchObject({ code: 1 });
    expect(await asEngine('fleet', join(folder, 'absent'))).toMatchObject({ code: 2, stdout: '' });
  });

  it('takes a folder for its files, and says when two are one', async () => {
    const results = join(folder, 'results');
    await mkdir(results);
    const lists = `${join(folder, 'lists')}/`;
    expect(await asEngine('fleet', results, '--csv', lists, '--html', lists)).toMatchObject({ code: 3 });
    expect((await readdir(lists)).toSorted()).toEqual(['fleet.csv', 'fleet.html']);
    const same = join(folder, 'same');
    expect(await asEngine('fleet', results, '--csv', same, '--html', same)).toMatchObject({ code: 2, stdout: '' });
  });

  it('is sound only when everything was read and answered', async () => {
    await asEngine('diagnose', ...target('healthy'), '--json', '--out', join(folder, 'a.json'));
    expect(await asEngine('fleet', folder)).toMatchObject({ code: 0 });
    const half = join(folder, 'b.json');
    await writeFile(half, '{ "format": ');
    expect(await asEngine('fleet', folder)).toMatchObject({ code: 3 });
  });
});
