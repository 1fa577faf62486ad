import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { runCli } from './run-cli.ts';

let folder: string;
let out: string;
let err: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cli-report-'));
  [out, err] = ['', ''];
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => ((out += String(text)), true));
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => ((err += String(text)), true));
});
afterEach(async () => {
  vi.restoreAllMocks();
  await rm(folder, { recursive: true });
});
const at = (name: string) => join(folder, name);
const psdoctor = async (...argv: string[]) => {
  [out, err] = ['', ''];
  return runCli(argv);
};

describe('psdoctor report', () => {
  it('reports a bundle: summary by default, files when asked, redacted when asked', async () => {
    await psdoctor('diagnose', '--target', 'practice:stale-binding', '--bundle', at('e.zip'));
    expect(await psdoctor('report', at('e.zip'))).toBe(0);
    expect(out).toMatch(/^Package Server Doctor .*PS07\.corp\.example/u);
    expect(out.trimEnd().split('\n').length).toBeLessThanOrEqual(12);

    expect(
      await psdoctor(
        'report',
        at('e.zip'),
        '--redact',
        '--html',
        folder,
        '--json',
        at('r.json'),
        '--bundle',
        at('r.zip'),
        '--summary',
      ),
    ).toBe(0);
    expect(err).toContain('What stays');
    expect(err).toContain(`Written to ${at('r.json')}`);
    expect(out).toContain('host-1.domain-1.invalid');
    expect((await readdir(folder)).some((name) => /^host-1\.domain-1\.invalid_.*\.html$/u.test(name))).toBe(true);
    expect(out + err + (await readFile(at('r.json'), 'utf8'))).not.toMatch(/ps07|corp\.example/iu);
  });

  it('reports a case with what was changed, and keeps the list of hidden values there', async () => {
    const kept = ['--practice', at('server'), '--data', at('data')];
    expect(await psdoctor('repair', 'rebind-certificate', '--yes', '--target', 'practice:stale-binding', ...kept)).toBe(
      0,
    );
    const [id = ''] = await readdir(at('data/cases'));
    expect(await psdoctor('report', id, '--data', at('data'), '--redact', '--html', at('case.html'))).toBe(0);
    const html = await readFile(at('case.html'), 'utf8');
    expect(html).toContain('Repaired and proven');
    expect(html).toContain('01-rebind-certificate');
    expect(html).not.toMatch(/ps07|corp\.example/iu);
    const { hidden } = JSON.parse(await readFile(at(`data/cases/${id}/redaction.json`), 'utf8')) as {
      hidden: object[];
    };
    expect(hidden).toContainEqual({ kind: 'host', value: 'ps07', placeholder: 'host-1' });
  });

  it('reports a result and what a repair printed', async () => {
    await psdoctor('diagnose', '--target', 'practice:healthy', '--json', '--out', at('result.json'));
    expect(await psdoctor('report', at('result.json'), '--markdown')).toBe(0);
    expect(out).toMatch(/^- \*\*Package Server Doctor/u);
    await psdoctor(
      'repair',
      'rebind-certificate',
      '--yes',
      '--target',
      'practice:stale-binding',
      '--data',
      at('data'),
      '--json',
      '--out',
      at('repair.json'),
    );
    expect(await psdoctor('report', at('repair.json'))).toBe(0);
    expect(out).toContain('Repair: Certificate binding');
  });

  it.each([
    ['there is nothing of that name', 'nothing-here', [], 2, /no case, no bundle and no result/u],
    ['a case that is not there', '2026-01-31-01-ps07', [], 2, /There is no case/u],
    ['a document of another kind', 'other.json', [], 4, /no result that this version can read/u],
    ['no JSON and no bundle', 'text.json', [], 4, /was not opened/u],
    ['a PDF without a browser', 'result.json', ['--pdf', 'r.pdf'], 4, /made by the wizard/u],
    ['a bundle of a result', 'result.json', ['--bundle', 'b.zip'], 4, /no recorded answers/u],
    ['a file that is there', 'result.json', ['--json', 'result.json'], 2, /is there already/u],
  ])('says so when it is given %s', async (_what, name, flags, exitCode, words) => {
    await psdoctor('diagnose', '--target', 'practice:healthy', '--json', '--out', at('result.json'));
    await writeFile(at('other.json'), '{"format":"package-server-doctor/plan"}');
    await writeFile(at('text.json'), 'hello');
    const source = /^\d/u.test(name) ? name : at(name);
    const placed = flags.map((flag) => (flag.startsWith('--') ? flag : at(flag)));
    expect(await psdoctor('report', source, '--data', at('data'), ...placed)).toBe(exitCode);
    expect(err).toMatch(words);
    expect(out).toBe('');
  });
});
