import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Result } from '../../../shared/model/result.ts';
import { summaryText } from '../../../shared/report/summary.ts';
import { diagnoseBundle } from '../../analyze/read-bundle.ts';
import { startDiagnosis } from '../../diagnosis/run.ts';
import { readWhole } from '../../host/content.ts';
import type { Host } from '../../host/host.ts';
import { createPracticeServer } from '../../host/practice/practice-server.ts';
import { recording } from '../../host/recording.ts';
import { makeReport } from '../report.ts';
import { sourceOfResult } from '../source.ts';
import { contexts, originals, wordsOf, type Originals } from '../testing/planted.ts';
import { leaksIn } from '../testing/writings.ts';
import { writeReport } from '../write-report.ts';

/** A practice server in whose log, configuration and registry these values stand, as a customer's do. */
async function plantedServer(scenario: string, o: Originals): Promise<{ host: Host; planted: string }> {
  const { host } = await createPracticeServer({ scenario });
  const said = Object.values(contexts).map((context) => context(o));
  const events = said.map(
    (text) =>
      `<event date='Nov 19 01:32:30' severity='4' hostName='${o.host}' source='Package Server Agent' module='x.dll' process='x.exe' pid='1' thread='1' tickCount='1' >\r\n<![CDATA[${text}]]>\r\n</event>\r\n`,
  );
  const folder = `D:\\${o.folder}\\${o.project.join(' ')}`;
  const planting: Host = {
    ...host,
    async readFile(question) {
      const answer = await host.readFile(question);
      if (answer.outcome !== 'read') return answer;
      const text = (await readWhole(answer.content)).toString();
      const changed =
        question.filter === 'agentLog'
          ? events.join('') + text
          : text
              .replaceAll('D:\\Intranet', folder.replaceAll('&', '&amp;'))
              .replace('CORP\\svc-intranet', `${o.domain.toUpperCase()}\\${o.first} ${o.last}`);
      return {
        ...answer,
        content: (async function* () {
          yield Buffer.from(changed);
        })(),
      };
    },
  };
  return { host: planting, planted: [...said, folder].join('\n') };
}

const verdict = ({ findings, causes }: Result) => [
  ...findings.map(({ id, status }) => `${id} ${status}`),
  ...causes.map(({ id, likelihood }) => `${id} ${likelihood}`),
];

describe('a server full of names', () => {
  it.each(['healthy', 'several-faults', 'stale-binding'])(
    'is not told by any report, and judged the same: %s',
    async (scenario) => {
      await fc.assert(
        fc.asyncProperty(originals, async (o) => {
          const folder = await mkdtemp(join(tmpdir(), 'planted-'));
          onTestFinished(() => rm(folder, { recursive: true, force: true }));
          const { host, planted } = await plantedServer(scenario, o);
          const evidence = recording(host);
          const result = await startDiagnosis(evidence).done;
          for (const withEvidence of [true, false]) {
            const source = { ...sourceOfResult(result), evidence: withEvidence ? evidence : null };
            const report = await makeReport(source, { thumbprints: false });
            const name = withEvidence ? 'all' : 'result';
            await writeReport(report, 'html', join(folder, `${name}.html`));
            await writeReport(report, 'json', join(folder, `${name}.json`));
            if (withEvidence) await writeReport(report, 'bundle', join(folder, 'bundle'));
            expect(leaksIn(Buffer.from(summaryText(report.document)), wordsOf(o, planted))).toEqual([]);
          }
          await evidence.dispose();
          const left: string[] = [];
          for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
            const path = join(entry.parentPath, entry.name);
            const bytes = entry.isFile() ? await readFile(path) : Buffer.alloc(0);
            left.push(
              ...leaksIn(Buffer.concat([Buffer.from(entry.name), bytes]), wordsOf(o, planted)).map(
                (value) => `${path}: ${value}`,
              ),
            );
          }
          expect(left).toEqual([]);
          expect(verdict((await diagnoseBundle(join(folder, 'bundle'))).result)).toEqual(verdict(result));
        }),
        { numRuns: 4 },
      );
    },
  );
});
