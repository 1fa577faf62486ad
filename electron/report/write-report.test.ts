import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { startDiagnosis } from '../diagnosis/run.ts';
import { createPracticeServer } from '../host/practice/practice-server.ts';
import { makeReport, type Report } from './report.ts';
import { saveFile } from './save.ts';
import { sourceOfResult } from './source.ts';
import { writeReport } from './write-report.ts';

let report: Report;
beforeAll(async () => {
  const { host } = await createPracticeServer({ scenario: 'healthy' });
  const result = await startDiagnosis(host).done;
  await host.dispose();
  const source = { ...sourceOfResult(result), case: { id: '2026-01-31-01-ps07', folder: '/cases/x' } };
  report = await makeReport(source, null, new Date('2026-01-31T10:05:30Z'));
});

async function folder(): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), 'report-'));
  onTestFinished(() => rm(path, { recursive: true, force: true }));
  return path;
}

describe('writing a report', () => {
  it('names the file after server, case and time when a folder is given', async () => {
    const path = await writeReport(report, 'html', await folder());
    expect(basename(path)).toBe('ps07.corp.example_case-2026-01-31-01-ps07_2026-01-31-1005.html');
    expect(await readFile(path, 'utf8')).toContain('</html>');
  });

  it('never replaces a file silently, and leaves nothing half', async () => {
    const path = join(await folder(), 'report.json');
    await writeFile(path, 'mine');
    await expect(writeReport(report, 'json', path)).rejects.toMatchObject({ code: 'badArguments' });
    expect(await readFile(path, 'utf8')).toBe('mine');
    await writeReport(report, 'json', path, { replace: true });
    expect(JSON.parse(await readFile(path, 'utf8'))).toMatchObject({ format: 'package-server-doctor/result' });
    expect(await readdir(join(path, '..'))).toEqual(['report.json']);
  });

  it('gives one of two who write at once the file, and the other the reason', async () => {
    const path = join(await folder(), 'report.html');
    const ended = await Promise.allSettled(['one', 'two', 'three'].map((content) => saveFile(path, content)));
    expect(ended.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(ended.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'badArguments' } });
    expect(await readdir(join(path, '..'))).toEqual(['report.html']);
  });

  it('says with its path why a file cannot be written', async () => {
    const path = join(await folder(), 'gone', 'report.html');
    await expect(writeReport(report, 'html', path)).rejects.toMatchObject({
      code: 'failed',
      message: expect.stringContaining(path),
    });
  });

  it('says where a PDF is made, and that results alone make no bundle', async () => {
    const path = await folder();
    await expect(writeReport(report, 'pdf', join(path, 'r.pdf'))).rejects.toMatchObject({
      code: 'refused',
      message: expect.stringContaining('wizard'),
    });
    await expect(writeReport(report, 'bundle', join(path, 'b.zip'))).rejects.toMatchObject({ code: 'refused' });
    expect(await readdir(path)).toEqual([]);
  });

  it('prints the HTML with the head of the report where there is a browser', async () => {
    const asked: string[] = [];
    const printPdf = (html: string, head: string, paper: string) => {
      asked.push(html.slice(0, 15), head, paper);
      return Promise.resolve(Buffer.from('%PDF-1.4'));
    };
    await writeReport(report, 'pdf', join(await folder(), 'r.pdf'), { printPdf, paper: 'Letter' });
    expect(asked).toEqual([
      '<!DOCTYPE html>',
      'Package server report: PS07.corp.example, case 2026-01-31-01-ps07',
      'Letter',
    ]);
  });
});
