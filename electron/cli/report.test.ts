import { mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Result } from '../../shared/model/result.ts';
import { readWhole } from '../host/content.ts';
import { bundleEvidence } from '../host/recorded/bundle-evidence.ts';
import { openBundleZip } from '../host/recorded/bundle-zip.ts';
import { findOriginals } from '../report/testing/original-values.ts';
import { originals } from '../report/testing/redacted-bundle.ts';
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

  it('makes a bundle of a case later: both diagnoses and the repair between, and the log when asked', async () => {
    const kept = ['--practice', at('server'), '--data', at('data')];
    await psdoctor('repair', 'rebind-certificate', '--yes', '--target', 'practice:stale-binding', ...kept);
    const [id = ''] = await readdir(at('data/cases'));
    await mkdir(at('data/logs'));
    await writeFile(
      at('data/logs/psdoctor.log'),
      '2026-01-31T10:00:00.000Z error repair: no answer of smp01.corp.example\n',
    );
    const flags = ['--data', at('data'), '--log', '--bundle', at('case.zip'), '--html', at('case.html')];
    expect(await psdoctor('report', id, ...flags)).toBe(0);
    const phases = (await bundleEvidence(at('case.zip'))).answers().map(({ phase }) => phase);
    expect(new Set(phases)).toEqual(new Set(['before', 'rebind-certificate', 'after']));
    expect(await readFile(at('case.html'), 'utf8')).toContain(`appcmd backup psdoctor-${id}-01-rebind-certificate`);

    // As the server was left: the same as what the case found last, judged from the bundle alone.
    expect(await psdoctor('diagnose', '--target', `recorded:${at('case.zip')}`, '--json')).toBe(0);
    const statuses = ({ findings }: Result) => findings.map((finding) => [finding.id, finding.status]);
    const after = Result.parse(JSON.parse(await readFile(at(`data/cases/${id}/after.json`), 'utf8')));
    expect(statuses(Result.parse(JSON.parse(out)))).toEqual(statuses(after));

    const files = await openBundleZip(at('case.zip'));
    const log = (await readWhole(files.read('product.log'))).toString();
    files.close();
    expect(log).toMatch(/^2026-01-31T10:00:00\.000Z error repair: no answer of host-\d+\.domain-\d+\.invalid\n$/u);
    // Redacted, the exports that were made as backups and the commands of the repair tell nobody's name either.
    await psdoctor(
      'report',
      id,
      '--data',
      at('data'),
      '--redact',
      '--bundle',
      at('redacted'),
      '--html',
      at('redacted.html'),
    );
    await rename(at('redacted.html'), at('redacted/report.html'));
    expect(await findOriginals(at('redacted'), originals)).toEqual([]);
    // A bundle that is there is replaced only when that is asked for.
    expect(await psdoctor('report', id, ...flags.slice(0, 5))).toBe(2);
    expect(err).toContain(
      'case.zip is there already and was left as it is. Name another file, or replace it with --overwrite',
    );
    expect(await psdoctor('report', id, ...flags.slice(0, 5), '--overwrite')).toBe(0);
    await expect(bundleEvidence(at('case.zip'))).resolves.toBeDefined();
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

  it('makes the folder that a slash names, and says which options name what is written', async () => {
    await psdoctor('diagnose', '--target', 'practice:healthy', '--json', '--out', at('result.json'));
    expect(await psdoctor('report', at('result.json'), '--html', `${at('reports')}/`, '--json', `${at('j')}/`)).toBe(0);
    expect(await readdir(at('reports'))).toEqual([expect.stringMatching(/^ps07\.corp\.example_.*\.html$/u)]);
    expect(await readdir(at('j'))).toEqual([expect.stringMatching(/\.json$/u)]);
    expect(await psdoctor('report', at('result.json'), '--html', at('plain'))).toBe(0);
    expect(err).toContain('plain, a file: a folder that is not there yet is named with a slash');
    expect(await psdoctor('report', at('result.json'), '--html', at('no/r.html'))).toBe(2);
    expect(err).toContain(`there is no folder ${at('no')}`);
    expect(await psdoctor('report', at('result.json'), '--out', `${at('x')}/`)).toBe(2);
    expect(err).toMatch(/has no --out: .* --html .* --bundle/u);
    expect(await readdir(folder)).not.toContain('x');
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
