import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { expect, onTestFinished } from 'vitest';
import type { Result } from '../../../../shared/model/result.ts';
import { isKept, stayingWords } from '../../../../shared/report/redact/vocabulary.ts';
import { diagnoseBundle } from '../../../analyze/read-bundle.ts';
import { startDiagnosis } from '../../../diagnosis/run.ts';
import { readWhole } from '../../../host/content.ts';
import type { Host } from '../../../host/host.ts';
import { createPracticeServer } from '../../../host/practice/practice-server.ts';
import { recording, type Evidence } from '../../../host/recording.ts';
import { makeReport } from '../../report.ts';
import { sourceOfResult } from '../../source.ts';
import { findOriginals } from '../../testing/original-values.ts';
import { writeReport } from '../../write-report.ts';

const raw = String.raw;

/** Where a word stands as a name, and what of it must be gone. */
export const kindsOfName = {
  host: {
    plant: (word: string) => raw`see https://${word}.corp.example/x and \\${word}\share$`,
    gone: (word: string) => [`${word}.corp.example`, raw`\\${word}\share`],
  },
  domain: {
    plant: (word: string) => `see https://planted.${word}.example/x`,
    gone: (word: string) => [`planted.${word}`, `${word}.example`],
  },
  account: {
    plant: (word: string) => `Logon of CORP\\${word}`,
    gone: (word: string) => (isKept(word) || word.length < 3 ? [] : [`CORP\\${word}`]),
  },
} as const;

/** A practice server whose log names these. */
async function namingServer(scenario: string, language: string | undefined, said: string): Promise<Host> {
  const { host } = await createPracticeServer({ scenario, ...(language === undefined ? {} : { language }) });
  return {
    ...host,
    async readFile(question) {
      const answer = await host.readFile(question);
      if (answer.outcome !== 'read' || question.filter !== 'agentLog') return answer;
      const text = (await readWhole(answer.content)).toString();
      const event = `<event date='Nov 19 01:32:30' severity='4' hostName='PS07' source='x' module='x.dll' process='x.exe' pid='1' thread='1' tickCount='1' >\r\n<![CDATA[${said}]]>\r\n</event>\r\n`;
      return {
        ...answer,
        content: (async function* () {
          yield Buffer.from(event + text);
        })(),
      };
    },
  };
}

async function diagnosed(host: Host): Promise<{ result: Result; evidence: Evidence }> {
  const evidence = recording(host);
  onTestFinished(() => evidence.dispose());
  return { result: await startDiagnosis(evidence).done, evidence };
}

/** Every word that the answers of a server say. */
async function wordsOf(evidence: Evidence): Promise<string[]> {
  const texts: string[] = [];
  for (const answer of evidence.answers()) {
    texts.push(answer.name);
    if (answer.kind === 'command') {
      texts.push(...answer.args);
      texts.push(iconv.decode(await readWhole(answer.stdout.bytes.read()), answer.stdout.encoding));
    }
    if (answer.kind === 'file') texts.push((await readWhole(answer.content.read())).toString());
  }
  return (
    texts
      .join('\n')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+(?:[_-]+[\p{L}\p{N}]+)*/gu) ?? []
  );
}

const isLabel = (word: string): boolean => word.length > 2 && word.length < 25 && /\p{L}/u.test(word);
const verdict = ({ findings, causes }: Result) => [
  ...findings.map(({ id, status }) => `${id} ${status}`),
  ...causes.map(({ id, likelihood }) => `${id} ${likelihood}`),
];

/** Every word of what is read, and of the answers themselves, may be the name of a host, a domain or an account. */
export async function expectAnyName(scenario: string, kind: keyof typeof kindsOfName, language?: string) {
  const plain = await diagnosed(await namingServer(scenario, language, ''));
  const said = await wordsOf(plain.evidence);
  const words = [...new Set([...stayingWords, ...said, ...said.flatMap((word) => word.split(/[_-]+/u))])].filter(
    isLabel,
  );
  const { plant, gone } = kindsOfName[kind];
  const { result, evidence } = await diagnosed(await namingServer(scenario, language, words.map(plant).join('\r\n')));
  const folder = await mkdtemp(join(tmpdir(), 'words-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const report = await makeReport({ ...sourceOfResult(result), evidence }, { thumbprints: false });
  await writeReport(report, 'bundle', join(folder, 'bundle'));
  expect(verdict((await diagnoseBundle(join(folder, 'bundle'))).result)).toEqual(verdict(result));
  const names = words.filter((word) => /^[a-z\d-]+$/u.test(word)).flatMap(gone);
  expect(await findOriginals(folder, names)).toEqual([]);
}
