import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startDiagnosis } from '../../electron/diagnosis/run.ts';
import { readWhole } from '../../electron/host/content.ts';
import { createPracticeServer } from '../../electron/host/practice/practice-server.ts';
import { openRecordedHost } from '../../electron/host/recorded/recorded-host.ts';
import { writeBundle } from '../../electron/host/recorded/write-bundle.ts';
import type { Host } from '../../electron/host/host.ts';
import { recording, type RecordingHost } from '../../electron/host/recording.ts';

/** What one practice server answered to a diagnosis, and to the questions of repairs. */
export interface Evidence {
  scenario: string;
  /** By the name of the question; DER of the certificates under `certificate`. */
  answers: { name: string; bytes: Uint8Array }[];
  /** The bundle, as a zip. */
  zip: Uint8Array;
  /** Answers the same questions again. */
  host: Host;
}

/** What repairs ask, and a diagnosis only of some servers. */
const more = [
  ['dism', '/online', '/english', '/get-features', '/format:table'],
  ['sc', 'qc', 'AeXNSClient'],
  ['sc', 'enumdepend', 'AeXNSClient', '65536'],
  ['tasklist', '/svc', '/fo', 'csv', '/nh'],
] as const;

/** Languages, builds and faults that give each source something to say. */
const scenarios = [
  'several-faults',
  'shadowed-endpoint',
  'policy-not-forced',
  'sni-only',
  'missing-features',
  'healthy',
];

/** @param count how many of the scenarios: each takes about a second */
export async function recordEvidence(count = scenarios.length): Promise<Evidence[]> {
  const evidence: Evidence[] = [];
  for (const scenario of scenarios.slice(0, count)) evidence.push(await recordOne(scenario));
  return evidence;
}

async function recordOne(scenario: string): Promise<Evidence> {
  const folder = await mkdtemp(join(tmpdir(), 'psdoctor-fuzz-'));
  const server = await createPracticeServer({ scenario });
  try {
    const host = recording(server.host);
    const result = await startDiagnosis(host).done;
    for (const [tool, ...args] of more) {
      await host.run({ name: `more.${tool}.${args[0]}`, tool, args, timeoutMs: 5000 });
    }
    const zip = join(folder, 'evidence.zip');
    await writeBundle(host, zip, result);
    return { scenario, answers: await answersOf(host), zip: await readFile(zip), host: await openRecordedHost(zip) };
  } finally {
    await server.dispose();
    await rm(folder, { recursive: true, force: true });
  }
}

async function answersOf(host: RecordingHost): Promise<Evidence['answers']> {
  const answers: Evidence['answers'] = [];
  for (const answer of host.answers()) {
    if (answer.kind === 'tls') answers.push(...answer.chain.map((bytes) => ({ name: 'certificate', bytes })));
    const part = answer.kind === 'command' ? answer.stdout.bytes : answer.kind === 'file' ? answer.content : null;
    if (part === null || part.size === 0) continue;
    const bytes = await readWhole(part.read());
    answers.push({ name: answer.name, bytes }, ...certificatesIn(bytes));
  }
  return answers;
}

/** Those that the product's script printed of the stores. */
const certificatesIn = (printed: Buffer): Evidence['answers'] =>
  [...printed.toString('latin1').matchAll(/"rawBase64"\s*:\s*"([^"]+)"/gu)].map(([, der = '']) => ({
    name: 'certificate',
    bytes: Buffer.from(der, 'base64'),
  }));
