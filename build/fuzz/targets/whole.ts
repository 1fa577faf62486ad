import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { analyzeFiles } from '../../../electron/analyze/analyze.ts';
import { UserError } from '../../../electron/app/user-error.ts';
import { startDiagnosis } from '../../../electron/diagnosis/run.ts';
import type { Host } from '../../../electron/host/host.ts';
import { openRecordedHost } from '../../../electron/host/recorded/recorded-host.ts';
import { Result } from '../../../shared/model/result.ts';
import { parseCertificate } from '../../../shared/parsers/certificate.ts';
import type { Evidence } from '../evidence.ts';
import { endsWithinLine, must, textOf, type Case, type Target } from '../target.ts';

export function checkCertificate({ bytes }: Case): void {
  const certificate = parseCertificate(bytes);
  if (!certificate.ok) return;
  const { notBefore, notAfter, dns, ips, eku, keyBits } = certificate.value;
  for (const time of [notBefore, notAfter]) must(!Number.isNaN(Date.parse(time)), `"${time}" is no time`);
  for (const text of [...dns, ...ips, ...eku]) must(typeof text === 'string', 'a name is no text');
  must(keyBits === null || Number.isInteger(keyBits), `the key has ${keyBits} bits`);
}

/** A file that somebody sends, called so that its name tells nothing. */
async function withFile(bytes: Uint8Array, work: (path: string) => Promise<unknown>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'psdoctor-fuzz-'));
  const path = join(folder, 'sent');
  writeFileSync(path, bytes);
  try {
    await work(path);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export const checkFile = ({ bytes }: Case): Promise<void> =>
  withFile(bytes, async (path) => Result.parse(JSON.parse(JSON.stringify(await analyzeFiles([path])))));

export const checkBundle = ({ bytes }: Case): Promise<void> =>
  withFile(bytes, async (path) => {
    const host = await openRecordedHost(path);
    await host.describe();
    await host.dispose();
  });

/** The log of an agent may end anywhere: nothing in it tells. */
const openEnded = /^file\.(?:agentLog|agent\.log)/u;

/** A server of which one answer is another. */
function altered(host: Host, name: string, bytes: Uint8Array): Host {
  return {
    ...host,
    async run(question) {
      const answer = await host.run(question);
      return answer.name === name ? { ...answer, stdout: { bytes, text: textOf(bytes), encoding: 'utf-8' } } : answer;
    },
    async readFile(question) {
      const answer = await host.readFile(question);
      return answer.name === name && answer.outcome === 'read' ? { ...answer, content: only(bytes) } : answer;
    },
  };
}

async function* only(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

/** One recorded server; each input takes the place of one of its answers, and everything is judged anew. */
export async function diagnosisTarget({ scenario, host, answers }: Evidence): Promise<Target> {
  const sound = await startDiagnosis(host).done;
  const before = new Map(sound.findings.map(({ id, status }) => [id, status]));
  const asked = answers.filter(({ name }) => !/^certificate$|^more\./u.test(name));
  return {
    name: `diagnosis of ${scenario}`,
    seeds: asked.map(({ bytes }) => bytes),
    baseMs: 5000,
    async check(input) {
      const name = asked.find(({ bytes }) => bytes === input.original)?.name;
      if (name === undefined) return;
      const result = await startDiagnosis(altered(host, name, input.bytes)).done;
      const { findings } = Result.parse(JSON.parse(JSON.stringify(result)));
      if (!endsWithinLine(input) || openEnded.test(name)) return;
      for (const { id, status } of findings) {
        must(before.get(id) !== 'fail' || status !== 'pass', `${id} fails, and passes when ${name} is cut off`);
      }
    },
  };
}
