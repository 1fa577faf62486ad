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
    expect(await asEngine(...repair, '--only-if', 'stale-binding', '--out', after)).toMatchObject({
      code: 0,
      stderr: expect.stringContaining(`Written to ${after}, in the place of an older one.`),
    });
  });

  it('puts no report of a repair in the place of an earlier one, which may be the proof', async () => {
    const reports = join(folder, 'repairs');
    const repair = ['repair', 'rebind-certificate', ...kept('stale-binding'), '--data', join(folder, 'data'), '--yes'];
    // The diagnosis of the server has the name of the first.
    await asEngine('diagnose', ...kept('stale-binding'), '--json', '--out', `${reports}/`);
    for (const outcome of ['fixed', 'notNeeded', 'notNeeded']) {
      expect(await asEngine(...repair, '--json', '--out', `${reports}/`)).toMatchObject({ code: 0 });
      const names = await readdir(reports);
      const last =
        names.length === 1
          ? names[0]!
          : names
              .filter((name) => name.includes('-rebind-'))
              .toSorted()
              .at(-1)!;
      expect(last).toMatch(/^ps21\.corp\.example(?:-rebind-certificate-\d{8}T\d{9}Z)?\.json$/u);
      expect(RepairReport.parse(await json(join(reports, last)))).toMatchObject({ outcome });
    }
    expect(await readdir(reports)).toHaveLength(3);
    const list = await asEngine('fleet', reports, '--json');
    expect(Fleet.parse(JSON.parse(list.stdout)).repairs).toEqual([
      { repair: 'rebind-certificate', outcome: 'fixed', servers: 1 },
    ]);
  });

  it('refuses a repair that is no remedy of the cause, before it asks the server', async () => {
    const wrong = await asEngine(
      'repair',
      'restart-agent',
      ...kept('stale-binding'),
      '--yes',
      '--only-if',
      'stale-binding',
    );
    expect(wrong).toMatchObject({ code: 2, stdout: '' });
    expect(wrong.stderr).toBe(
      'restart-agent is no remedy of stale-binding. Its remedies are: rebind-certificate, refresh-packages. Nothing was changed.\n',
    );
    expect(await readdir(folder)).toEqual([]);
    const none = await asEngine('repair', 'rebind-certificate', '--yes', '--only-if', 'tls-disabled');
    expect(none).toMatchObject({ code: 2, stderr: expect.stringContaining('No repair mends it') });
  });

  it('says what still stands on a server when the repair is well, and leaves the exit code', async () => {
    const repair = ['repair', 'install-features', ...kept('several-faults'), '--data', join(folder, 'data'), '--yes'];
    const only = ['--only-if', 'missing-features'];
    const file = join(folder, 'report.json');
    const told = await asEngine(...repair, ...only, '--json', '--out', file);
    const { after } = RepairReport.parse(await json(file));
    const others = after!.causes.map(({ id }) => id).join(', ');
    expect(others).not.toBe('');
    expect(told).toMatchObject({ code: 0, stderr: expect.stringContaining(`Other causes remain: ${others}.`) });
    const again = await asEngine(...repair, ...only);
    expect(again).toMatchObject({ code: 0, stdout: expect.stringContaining(`Other causes remain: ${others}.`) });
    expect(again.stderr).not.toContain('remain');
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
    // A list that is there is kept, by whichever option it is named, and nothing is read for nothing.
    const out = join(folder, 'list.json');
    await writeFile(out, 'mine');
    for (const named of [
      ['--csv', csv],
      ['--html', html],
      ['--out', out],
    ]) {
      const again = await asEngine('fleet', results, ...named);
      expect(again).toMatchObject({ code: 2, stdout: '' });
      expect(again.stderr).toContain('replace it with --overwrite');
    }
    expect(await readFile(out, 'utf8')).toBe('mine');
    const replaced = await asEngine('fleet', results, '--csv', csv, '--json', '--out', out, '--overwrite');
    expect(replaced).toMatchObject({ code: 1, stdout: '' });
    expect(Fleet.parse(await json(out)).counts.failing).toBe(1);
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

  it('is not sound while a server that is expected has no result', async () => {
    const [results, expected] = [join(folder, 'results'), join(folder, 'servers.txt')];
    await mkdir(results);
    await asEngine('diagnose', ...target('healthy'), '--json', '--out', results);
    await writeFile(expected, '# all\r\nPS21\r\n');
    expect(await asEngine('fleet', results, '--expect', expected)).toMatchObject({ code: 0 });
    await writeFile(expected, 'ps21.corp.example\nps22.corp.example\n');
    const missing = await asEngine('fleet', results, '--expect', expected);
    expect(missing.code).toBe(3);
    expect(missing.stdout).toContain('ps22.corp.example: no result of it was read');
    await writeFile(expected, '# nobody\n');
    for (const list of [expected, join(folder, 'absent.txt'), results]) {
      const wrong = await asEngine('fleet', results, '--expect', list);
      expect(wrong).toMatchObject({ code: 2, stdout: '', stderr: expect.stringContaining('Nothing was done') });
    }
  });

  it('is sound only when everything was read and answered', async () => {
    await asEngine('diagnose', ...target('healthy'), '--json', '--out', join(folder, 'a.json'));
    // What is no result of any server takes nothing away.
    await writeFile(join(folder, 'notes.txt'), 'Call the customer back.');
    await asEngine('fleet', folder, '--html', `${folder}/`, '--csv', `${folder}/`, '--json', '--out', `${folder}/`);
    expect(await asEngine('fleet', folder)).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('5 files: 0 older results, 0 not read, 4 that are no results'),
    });
    const half = join(folder, 'b.json');
    await writeFile(half, '{ "format": ');
    expect(await asEngine('fleet', folder)).toMatchObject({ code: 3 });
  });
});
