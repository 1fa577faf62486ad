import { mkdirSync, renameSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rename, rm, symlink, truncate, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { beforeAll, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { fleetCsv } from '../../shared/fleet/csv.ts';
import { fleetHtml } from '../../shared/fleet/html/page.ts';
import { rollUp } from '../../shared/fleet/roll-up.ts';
import { fleetText } from '../../shared/fleet/text.ts';
import type { Result } from '../../shared/model/result.ts';
import { startDiagnosis } from '../diagnosis/run.ts';
import { resultText } from '../diagnosis/text.ts';
import { createPracticeServer, parsePracticeTarget } from '../host/practice/practice-server.ts';
import { writeBundle } from '../host/recorded/write-bundle.ts';
import { recording } from '../host/recording.ts';
import { createEntryReader } from './read-entry.ts';
import { readFleet } from './read-fleet.ts';

/** Two real diagnoses, and their evidence as a folder and as a zip. */
let stale: Result;
let healthy: Result;
let bundles: string;
beforeAll(async () => {
  bundles = await mkdtemp(join(tmpdir(), 'psdoctor-bundles-'));
  stale = await diagnose('practice:stale-binding@ps21.corp.example', join(bundles, 'stale.zip'));
  healthy = await diagnose('practice:healthy@ps22.corp.example', join(bundles, 'healthy'));
  return () => rm(bundles, { recursive: true });
});

async function diagnose(target: string, bundle: string): Promise<Result> {
  const host = recording((await createPracticeServer(parsePracticeTarget(target))).host);
  try {
    const result = await startDiagnosis(host).done;
    await writeBundle(host, bundle, result);
    return result;
  } finally {
    await host.dispose();
  }
}

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'psdoctor-results-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
});

async function put(name: string, content: unknown): Promise<string> {
  const path = join(folder, name);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(
    path,
    typeof content === 'string' || content instanceof Uint8Array ? content : JSON.stringify(content),
  );
  return path;
}
const named = (fqdn: string, result = stale, more: Partial<Result> = {}): Result => ({
  ...result,
  ...more,
  target: { ...result.target, fqdn },
});
const list = async () => rollUp(await readFleet(folder), '0.1.0');

describe('a folder of results', () => {
  it('gives a row for each document, with its cause, versions, owner and certificate', async () => {
    await put('ps21.json', stale);
    await put('deeper/still/ps22.json', `\ufeff${JSON.stringify(healthy, null, 2)}`);
    await put('powershell.json', Buffer.from(`\ufeff${JSON.stringify(named('ps23.corp.example'))}`, 'utf16le'));
    const { servers, counts, refused } = await list();
    expect(refused).toEqual([]);
    expect(counts).toMatchObject({ files: 3, servers: 3, failing: 2, healthy: 1 });
    expect(servers[0]).toMatchObject({
      server: 'ps21.corp.example',
      file: 'ps21.json',
      causes: [{ id: 'stale-binding' }],
      versions: { agent: '8.8.1280.0', windows: 20348 },
      owner: { kind: 'iis' },
      certificate: { subject: 'CN=ps21.corp.example' },
    });
    expect(servers[0]?.certificate?.thumbprint).not.toBe(servers[0]?.bound);
  });

  it('judges bundles again, folders and zips, and takes what lies in them for nothing else', async () => {
    await rename(join(bundles, 'stale.zip'), join(folder, 'no-extension'));
    await rename(join(bundles, 'healthy'), join(folder, 'healthy'));
    const { servers, counts } = await list();
    expect(counts).toMatchObject({ files: 2, refused: 0 });
    expect(servers).toMatchObject([
      { server: 'ps21.corp.example', kind: 'bundle', state: 'failing', causes: [{ id: 'stale-binding' }] },
      { server: 'ps22.corp.example', kind: 'bundle', state: 'healthy' },
    ]);
  });

  it('takes the result, its copy and the evidence of one diagnosis for one', async () => {
    const result = await diagnose('practice:stale-binding@ps21.corp.example', join(folder, 'evidence.zip'));
    await put('ps21.json', result);
    await put('copies/ps21.json', result);
    const { servers, counts, sameRun } = await list();
    expect(servers).toMatchObject([{ server: 'ps21.corp.example', kind: 'bundle', before: null }]);
    expect(counts).toMatchObject({ files: 3, servers: 1, superseded: 2, sameRun: 2 });
    expect(sameRun.map(({ file }) => file)).toEqual(['copies/ps21.json', 'ps21.json']);
  });

  it('reads what a repair left: the server afterwards, and before', async () => {
    const repair = {
      format: 'package-server-doctor/repair',
      version: 1,
      repair: 'rebind-certificate',
      outcome: 'fixed',
      before: stale,
      after: named('ps21.corp.example', healthy),
    };
    await put('repairs/ps21.json', repair);
    await put('ps21.json', stale);
    const { servers, repairs } = await list();
    expect(servers).toMatchObject([
      {
        state: 'healthy',
        repair: { outcome: 'fixed' },
        before: { state: 'failing', causes: [{ id: 'stale-binding' }] },
      },
    ]);
    expect(repairs).toEqual([{ repair: 'rebind-certificate', outcome: 'fixed', servers: 1 }]);
  });

  it('lists everything that is no result, each with its reason', async () => {
    const text = JSON.stringify(stale);
    await put('good.json', stale);
    await put('half.json', text.slice(0, text.length / 2));
    await put('zeros.json', Buffer.alloc(5000));
    await put('empty.json', '');
    await put('list.json', '[1, 2]');
    await put('notes.txt', 'Call the customer back.');
    await put('other.json', { hello: 'world' });
    await put('null.json', 'null');
    await put('newer.json', { ...stale, version: 2 });
    await put('strange.json', { ...stale, findings: 'none' });
    await put('error.json', {
      format: 'package-server-doctor/error',
      version: 1,
      code: 'busy',
      message: 'Another repair.',
    });
    await put('plan.json', { format: 'package-server-doctor/plan', version: 1 });
    await put('ps1.json.a1b2c3.tmp', '{');
    await put('broken.zip', 'PK\u0003\u0004 and no more');
    const huge = await put('huge.json', '{');
    await truncate(huge, 65 * 1024 * 1024);
    await put('.evidence.a1b2.part/bundle.json', '{}');
    await symlink(folder, join(folder, 'round'));
    const { refused, counts } = await list();
    expect(Object.fromEntries(refused.map(({ file, reason }) => [file, reason]))).toEqual({
      '.evidence.a1b2.part': 'unfinished',
      'broken.zip': 'damaged',
      'empty.json': 'damaged',
      'error.json': 'error',
      'half.json': 'damaged',
      'huge.json': 'tooLarge',
      'list.json': 'foreign',
      'newer.json': 'newer',
      'null.json': 'foreign',
      'other.json': 'foreign',
      'plan.json': 'otherDocument',
      'ps1.json.a1b2c3.tmp': 'unfinished',
      round: 'link',
      'strange.json': 'damaged',
      'zeros.json': 'foreign',
    });
    expect(counts).toMatchObject({ servers: 1, refused: 15, others: 1, files: 17 });
    expect(refused.find(({ file }) => file === 'error.json')?.words).toContain('busy: Another repair.');
  });

  it('tells lists of its own and files of other kinds from what a server may be missed with', async () => {
    await put('ps21.json', stale);
    const fleet = await list();
    await put('list.csv', fleetCsv(fleet));
    await put('list.html', fleetHtml(fleet));
    await put('list.txt', fleetText(fleet));
    await put('list.json', fleet);
    await put('no-ending', fleetText(fleet));
    await put('letter.docx', 'PK\u0003\u0004 and no bundle');
    await put('empty.log', '');
    await put('.DS_Store', Buffer.alloc(100));
    await put('package.yml', '{ "a": 1 }');
    await put('ps22.txt', resultText(healthy));
    await put('ps23.txt', '{ "format": "package-server-doctor/result", ');
    await put('ps24', 'not reached');
    const { refused, others, counts } = await list();
    const reasons = (files: typeof refused) => Object.fromEntries(files.map(({ file, reason }) => [file, reason]));
    expect(reasons(others)).toEqual({
      '.DS_Store': 'other',
      'empty.log': 'other',
      'letter.docx': 'other',
      'list.csv': 'list',
      'list.html': 'list',
      'list.json': 'list',
      'list.txt': 'list',
      'no-ending': 'list',
      'package.yml': 'other',
    });
    expect(reasons(refused)).toEqual({ 'ps22.txt': 'otherDocument', 'ps23.txt': 'damaged', ps24: 'foreign' });
    expect(counts).toMatchObject({ files: 13, servers: 1, refused: 3, others: 9 });
  });

  it('keeps what was before a repair, and where its report lies, when the server is diagnosed again', async () => {
    const at = (day: number) => ({ startedAt: `2026-03-0${day}T10:00:00.000Z` });
    const report = {
      format: 'package-server-doctor/repair',
      version: 1,
      repair: 'rebind-certificate',
      outcome: 'fixed',
      before: named('ps21.corp.example', stale, at(1)),
      after: named('ps21.corp.example', healthy, at(2)),
    };
    const file = 'repairs/ps21-rebind-certificate-20260302T100000Z.json';
    await put(file, report);
    await put('repairs/ps21-rebind-certificate-20260303T100000Z.json', {
      ...report,
      outcome: 'notNeeded',
      before: named('ps21.corp.example', healthy, at(3)),
      after: null,
    });
    await put('ps21.json', named('ps21.corp.example', healthy, at(4)));
    expect((await list()).servers).toMatchObject([
      { file: 'ps21.json', repair: { outcome: 'fixed', file }, before: { state: 'failing', at: at(1).startedAt } },
    ]);
  });

  it('reads what a newer product of the same format found, with ids that this one does not know', async () => {
    const [first, ...findings] = stale.findings;
    await put('ps21.json', {
      ...stale,
      findings: [...findings, { ...first, id: 'quic.record', status: 'fail' }],
      causes: [{ ...stale.causes[0], id: 'quic-endpoint' }],
      facts: { ...stale.facts, agent: { state: 'known', value: { renamed: true } }, quic: { state: 'known' } },
    });
    const { servers, refused } = await list();
    expect(refused).toEqual([]);
    expect(servers).toMatchObject([{ causes: [{ id: 'quic-endpoint' }], versions: { agent: null } }]);
    expect(servers[0]?.findings.fail).toContain('quic.record');
  });

  it('keeps the results of servers apart whose names are hidden or not known', async () => {
    for (const place of ['a', 'b']) {
      await put(`${place}/hidden.json`, named('host-1.domain-1.invalid'));
      await put(`${place}/unknown.json`, { ...stale, target: { ...stale.target, fqdn: null } });
    }
    const { servers } = await list();
    expect(servers.map(({ server }) => server)).toEqual(['a/hidden', 'a/unknown', 'b/hidden', 'b/unknown']);
  });

  it('takes the newest of a server twice in the folder, whatever the case of its name', async () => {
    await put('1.json', named('PS21.corp.example', stale, { startedAt: '2026-03-01T10:00:00.000Z' }));
    const newer = await put('2.json', named('ps21.corp.example', healthy, { startedAt: '2026-03-02T10:00:00.000Z' }));
    await utimes(newer, new Date(), new Date());
    const { servers, superseded } = await list();
    expect(servers).toMatchObject([{ file: '2.json', state: 'healthy', before: { state: 'failing' } }]);
    expect(superseded).toMatchObject([{ file: '1.json' }]);
  });
});

describe('a folder that goes away', () => {
  /** Twenty results; after eight of them something happens. */
  async function interruptedBy(happens: () => Promise<void>) {
    for (let index = 0; index < 20; index += 1)
      await put(`${String(index).padStart(2, '0')}.json`, named(`ps${index}.corp`));
    let begun = 0;
    return readFleet(folder, {
      createReader() {
        const read = createEntryReader();
        return async (found) => {
          begun += 1;
          if (begun === 9) await happens();
          return read(found);
        };
      },
    });
  }

  it('leaves what was read, and says that the rest was not', async () => {
    const { readings, problem } = await interruptedBy(() => rm(folder, { recursive: true }));
    expect(readings.length).toBeGreaterThanOrEqual(1);
    expect(readings.length).toBeLessThan(20);
    expect(problem).toMatch(/^The folder went away after \d+ files \(it is not there\)/u);
  });

  it('is known by another one in its place', async () => {
    const { problem, readings } = await interruptedBy(async () => {
      // At once, so that nobody looks while there is none.
      renameSync(folder, `${folder}-gone`);
      mkdirSync(folder);
      onTestFinished(() => rm(`${folder}-gone`, { recursive: true }));
    });
    expect(problem).toContain('another folder lies in its place');
    expect(readings.length).toBeLessThan(20);
  });

  it('is no problem when only one file of it is gone', async () => {
    const { problem, readings, refused } = await interruptedBy(() => rm(join(folder, '15.json')));
    expect({ problem, read: readings.length }).toEqual({ problem: null, read: 19 });
    expect(refused).toMatchObject([{ file: '15.json', reason: 'unreadable' }]);
  });

  it('is refused when it was never there, or is none', async () => {
    await expect(readFleet(join(folder, 'absent'))).rejects.toThrow(/it is not there/u);
    await expect(readFleet(await put('file', 'x'))).rejects.toThrow(/it is no folder/u);
    expect((await readFile(join(folder, 'file'))).length).toBe(1);
  });
});
