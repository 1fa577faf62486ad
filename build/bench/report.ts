import type { ReportDocument } from '../../shared/report/document.ts';
import { reportHtml } from '../../shared/report/html/page.ts';
import { startDiagnosis } from '../../electron/diagnosis/run.ts';
import { createPracticeServer } from '../../electron/host/practice/practice-server.ts';
import { recording } from '../../electron/host/recording.ts';
import { makeReport } from '../../electron/report/report.ts';
import { sourceOfResult } from '../../electron/report/source.ts';
import type { Figure } from './figures.mjs';

const rounds = 5;

/** The HTML report with so many findings and as many answers of the server, and with ten times as many. */
export async function benchReport(entries: number): Promise<Figure[]> {
  const document = await documentOf('several-faults');
  const time = (count: number) => {
    const large = grown(document, count);
    return Math.min(
      ...Array.from({ length: rounds }, () => {
        const began = performance.now();
        reportHtml(large);
        return performance.now() - began;
      }),
    );
  };
  const [small, large] = [time(entries), time(10 * entries)];
  return [
    { name: `report with ${10 * entries} findings and answers`, value: large, unit: 'ms', limit: null },
    { name: 'all of it by a tenth of it', value: large / small, unit: 'times', limit: { atMost: 12 } },
  ];
}

async function documentOf(scenario: string): Promise<ReportDocument> {
  const practice = await createPracticeServer({ scenario });
  const evidence = recording(practice.host);
  const result = await startDiagnosis(evidence).done;
  const { document } = await makeReport({ ...sourceOfResult(result), evidence }, null);
  await evidence.dispose();
  await practice.dispose();
  return document;
}

/** The same findings and answers again and again. */
function grown({ result, evidence, ...rest }: ReportDocument, count: number): ReportDocument {
  const repeat = <T>(list: readonly T[]): T[] =>
    Array.from({ length: count }, (_, index) => list[index % list.length]!);
  return { ...rest, result: { ...result, findings: repeat(result.findings) }, evidence: repeat(evidence) };
}
