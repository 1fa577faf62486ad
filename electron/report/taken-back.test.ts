import { expect, it } from 'vitest';
import { reportHtml } from '../../shared/report/html/page.ts';
import { summaryText } from '../../shared/report/summary.ts';
import { timelineOf } from '../../shared/report/timeline.ts';
import type { Case } from '../cases/case.ts';
import { standingOf } from '../cases/standing.ts';
import { practiceRepair, yes } from '../repairs/testing/practice-repair.ts';
import { makeReport } from './report.ts';
import { sourceOfCase } from './source.ts';

const documentOf = async (kept: Case) => (await makeReport((await sourceOfCase(kept)).source, null)).document;

it('tells the undo of each repair under its own name, where one undo takes back several', async () => {
  const { cases, engine, repair } = await practiceRepair({ scenario: 'several-faults' });
  const { case: id } = await repair({ repair: 'install-features' });
  const kept = await cases.open(id!);
  const { case: same } = await repair({ repair: 'start-site' });
  expect(same).toBe(id);
  await engine.undo(id!, yes);
  const document = await documentOf(kept);
  const [, features = '', site = ''] = reportHtml(document).split(/<h3>\d\. /u);
  expect(features).toMatch(/^Required features<.*Taken back \d{4}-[^:]+:\d\d:\d\d UTC: Turn off IIS-ASP/su);
  expect(site.split('<h2')[0]).toMatch(/^Web site<.*Taken back [^<]*: Stop the application pool/su);
  expect(site.split('<h2')[0]).not.toContain('IIS-ASP');
  const moments = timelineOf(document).map(({ words }) => words);
  expect(moments).toContain('Repair ended: Web site. Taken back');
  expect(moments).toContain('Repair ended: Required features. Taken back');
  expect(moments.find((words) => words.startsWith('Required features, taken back: Turn off IIS-ASP'))).toBeDefined();
});

it('tells of what was not proven what is missing, that it stays and why, each on a line with its stop', async () => {
  const { cases, repair } = await practiceRepair({ scenario: 'missing-record' });
  const { case: id } = await repair({ repair: 'refresh-packages' });
  const kept = await cases.open(id!);
  const lines = summaryText(await documentOf(kept)).split('\n');
  const at = lines.findIndex((line) => line.startsWith('Repair: '));
  expect(lines[at]).toMatch(/^Repair: Refresh packages, [\d-]+ \d\d:\d\d UTC\. Done, but not proven\.$/u);
  expect(lines[at + 1]).toMatch(/^- The change is not proven: agent\.log: .*using HTTPS"\.$/u);
  expect(lines[at + 2]).toMatch(/^- It stays as it is, for it cannot be taken back\. A refresh has no undo: .*\.$/u);
  expect(lines.length).toBeLessThanOrEqual(12);
  expect(await standingOf(kept)).toEqual([
    { repair: 'refresh-packages', stays: [expect.stringContaining('A refresh has no undo')] },
  ]);
});
