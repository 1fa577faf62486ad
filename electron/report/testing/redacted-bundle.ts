import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished } from 'vitest';
import type { Result } from '../../../shared/model/result.ts';
import type { Hidden } from '../../../shared/report/redact/placeholders.ts';
import { summaryMarkdown, summaryText } from '../../../shared/report/summary.ts';
import { diagnoseBundle } from '../../analyze/read-bundle.ts';
import { startDiagnosis } from '../../diagnosis/run.ts';
import { createPracticeServer } from '../../host/practice/practice-server.ts';
import { recording } from '../../host/recording.ts';
import { makeReport, type Report } from '../report.ts';
import { sourceOfResult } from '../source.ts';
import { writeReport } from '../write-report.ts';
import { findOriginals } from './original-values.ts';

/** What the practice server's people would not want to send, as they and their network call it. */
export const originals = [
  'PS07',
  'corp.example',
  'CORP',
  'smp01',
  'intranet.corp.example',
  '10.20.30.7',
  'svc-ps-access',
  'svc-intranet',
  'Corp Example',
];

interface Redacted {
  folder: string;
  result: Result;
  report: Report;
}

/** A diagnosis of a practice server, redacted, in every format that needs no window; in a folder of its own. */
async function redactedReport(scenario: string, language: string, thumbprints = false): Promise<Redacted> {
  const folder = await mkdtemp(join(tmpdir(), 'redacted-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const { host } = await createPracticeServer({ scenario, language });
  const evidence = recording(host);
  const result = await startDiagnosis(evidence).done;
  const report = await makeReport({ ...sourceOfResult(result), evidence }, { thumbprints });
  for (const format of ['html', 'json'] as const) await writeReport(report, format, join(folder, `report.${format}`));
  await writeReport(report, 'bundle', join(folder, 'bundle'));
  await evidence.dispose();
  return { folder, result, report };
}

/** Parts of paths are hidden where they are a path, and may stand elsewhere; short ones are words. */
const valuesOf = ({ kind, value }: Hidden): string[] => (kind === 'path' || value.length < 4 ? [] : [value]);

const verdict = ({ findings, causes }: Result) => ({
  findings: findings.map(({ id, status }) => `${id} ${status}`),
  causes: causes.map(({ id, likelihood }) => `${id} ${likelihood}`),
});

/** Everything that redaction promises: nothing original is left, and the same is concluded. */
export async function expectRedacted(scenario: string, language: string, thumbprints = false): Promise<Redacted> {
  const redacted = await redactedReport(scenario, language, thumbprints);
  const again = await diagnoseBundle(join(redacted.folder, 'bundle'));
  expect(verdict(again.result)).toEqual(verdict(redacted.result));
  const { document, hidden } = redacted.report;
  await writeFile(join(redacted.folder, 'summary.txt'), `${summaryText(document)}\n${summaryMarkdown(document)}\n`);
  expect(await findOriginals(redacted.folder, [...originals, ...hidden.flatMap(valuesOf)])).toEqual([]);
  return redacted;
}
