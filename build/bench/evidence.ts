import { mkdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { spoolBelow } from '../../electron/app/spool.ts';
import { startDiagnosis } from '../../electron/diagnosis/run.ts';
import type { Host } from '../../electron/host/host.ts';
import { createPracticeServer } from '../../electron/host/practice/practice-server.ts';
import { bundleEvidence } from '../../electron/host/recorded/bundle-evidence.ts';
import { writeBundle } from '../../electron/host/recorded/write-bundle.ts';
import { recording } from '../../electron/host/recording.ts';
import { makeReport } from '../../electron/report/report.ts';
import { sourceOfBundle, sourceOfResult } from '../../electron/report/source.ts';
import { writeReport } from '../../electron/report/write-report.ts';
import { agentLogLines } from './agent-log.ts';
import type { Figure } from './figures.mjs';
import { peakMebibytes } from './peak-memory.ts';

/** Issue 6: a 500 MB evidence bundle is written, read and redacted in under 300 MB. */
const limit = { atMost: 300 };

const zipIn = (folder: string): string => join(folder, 'evidence.zip');
const spoolIn = (folder: string) => spoolBelow(() => Promise.resolve(join(folder, 'data')));

/** The highest memory of this process until now, and how long the work took. */
async function measured(name: string, work: () => Promise<unknown>): Promise<Figure[]> {
  const began = performance.now();
  await work();
  return [
    { name, value: performance.now() - began, unit: 'ms', limit: null },
    { name: `memory: ${name}`, value: peakMebibytes(), unit: 'MiB', limit },
  ];
}

/** A practice server whose agent has written a log of that size, which nothing shortens. */
async function verboseServer(bytes: number): Promise<Host> {
  const { host } = await createPracticeServer({ scenario: 'several-faults' });
  return {
    ...host,
    async readFile(question) {
      const answer = await host.readFile(question);
      if (question.filter !== 'agentLog' || answer.outcome !== 'read') return answer;
      return { ...answer, content: agentLogLines(bytes) };
    },
  };
}

/** Records such a server and writes its bundle. */
export function benchEvidenceWriting(folder: string, mebibytes: number): Promise<Figure[]> {
  return measured(`evidence of ${mebibytes} MiB, recorded and written`, async () => {
    await mkdir(join(folder, 'data'), { recursive: true, mode: 0o700 });
    const evidence = recording(await verboseServer(mebibytes * 2 ** 20), spoolIn(folder));
    const result = await startDiagnosis(evidence).done;
    await rm(zipIn(folder), { force: true });
    await writeBundle(evidence, zipIn(folder), result);
    await evidence.dispose();
  });
}

/** Opens the bundle, judges it again and writes an HTML report of it. */
export async function benchEvidenceReading(folder: string): Promise<Figure[]> {
  const packed = (await stat(zipIn(folder))).size;
  return measured(`the bundle (${Math.round(packed / 2 ** 20)} MiB packed) read, judged and reported`, async () => {
    const { source, close } = await sourceOfBundle(zipIn(folder), spoolIn(folder));
    await writeReport(await makeReport(source, null), 'html', join(folder, 'read.html'), { replace: true });
    await close();
  });
}

/** Hides every name in all of it, and writes it again. */
export function benchEvidenceRedaction(folder: string): Promise<Figure[]> {
  return measured('the whole bundle redacted and written again', async () => {
    const evidence = await bundleEvidence(zipIn(folder));
    const server = await createPracticeServer({ scenario: 'several-faults' });
    const result = await startDiagnosis(server.host).done;
    await server.host.dispose();
    const report = await makeReport({ ...sourceOfResult(result), evidence }, { thumbprints: true });
    await writeReport(report, 'bundle', join(folder, 'redacted.zip'), { replace: true });
  });
}
