import { randomBytes } from 'node:crypto';
import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { UserError } from '../app/user-error.ts';
import { noContent } from '../host/content.ts';
import { bundleEvidence } from '../host/recorded/bundle-evidence.ts';
import { writeBundle } from '../host/recorded/write-bundle.ts';
import type { Evidence, RecordedAnswer, RecordingHost } from '../host/recording.ts';
import type { Case } from './case.ts';
import { inWords } from './disk-words.ts';

/** The answers of one recording, before they are packed, in bytes; the largest are left out beyond it, and named. */
const mostBytes = 64 * 1024 * 1024;
/** Recordings of one case: one for each run of the product that worked on it. The first and the newest stay. */
const mostRecordings = 16;

const evidenceFolder = (kept: Pick<Case, 'folder'>): string => join(kept.folder, 'evidence');
const isRecording = (name: string): boolean => /^\d{8}T\d{9}Z-[\da-f]{8}\.zip$/u.test(name);

/** What a recording is called in every case that it is kept with. */
const names = new WeakMap<object, string>();
function nameOf(host: object): string {
  const known = names.get(host);
  if (known !== undefined) return known;
  const time = new Date().toISOString().replace(/[-:.]/gu, '');
  const name = `${time}-${randomBytes(4).toString('hex')}.zip`;
  names.set(host, name);
  return name;
}

/**
 * Keeps with a case what the server has answered so far, so that the case can be
 * reported later with its evidence; what the same recording left before is replaced.
 *
 * @throws UserError failed
 */
export async function keepEvidence(kept: Pick<Case, 'folder'>, host: RecordingHost): Promise<void> {
  const folder = evidenceFolder(kept);
  await inWords(folder, async () => {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    for (const name of await readdir(folder))
      if (name.endsWith('.part')) await rm(join(folder, name), { recursive: true });
  });
  await writeBundle(bounded(host), join(folder, nameOf(host)), undefined, { replace: true });
  const recordings = await listRecordings(folder);
  for (const name of recordings.slice(1, 1 - mostRecordings)) await rm(join(folder, name), { force: true });
}

/** The evidence of a case, and what a person should know about it. */
export interface CaseEvidence {
  /** Null when none was kept. */
  evidence: Evidence | null;
  warnings: string[];
}

/**
 * What the server has answered in a case, one recording after another.
 *
 * @param open a server that is open: what it has answered until now comes last
 */
export async function evidenceOfCase(
  kept: Pick<Case, 'folder'>,
  open: RecordingHost | null = null,
): Promise<CaseEvidence> {
  const folder = evidenceFolder(kept);
  const recordings: Evidence[] = [];
  const warnings: string[] = [];
  for (const name of await listRecordings(folder)) {
    if (open !== null && name === nameOf(open)) continue;
    try {
      recordings.push(await bundleEvidence(join(folder, name)));
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      warnings.push(`${error.message} The report is made without it.`);
    }
  }
  if (open !== null) recordings.push(open);
  const last = recordings.at(-1);
  if (last === undefined) return { evidence: null, warnings };
  return { evidence: { kind: last.kind, name: last.name, answers: () => joined(recordings) }, warnings };
}

const listRecordings = async (folder: string): Promise<string[]> =>
  (await readdir(folder).catch(() => [])).filter(isRecording).toSorted();

/** Counted through, so that no two answers have the same number. */
function joined(recordings: readonly Evidence[]): RecordedAnswer[] {
  let before = 0;
  return recordings.flatMap((recording) => {
    const answers = recording.answers().map((answer) => ({ ...answer, seq: answer.seq + before }));
    before = answers.at(-1)?.seq ?? before;
    return answers;
  });
}

/** The same evidence without the largest answers, as many as it takes; each says that it was left out. */
export function bounded(evidence: Evidence, most = mostBytes): Evidence {
  const answers = evidence.answers();
  let size = answers.reduce((sum, answer) => sum + sizeOf(answer), 0);
  const left = new Set<number>();
  for (const answer of answers.toSorted((a, b) => sizeOf(b) - sizeOf(a))) {
    if (size <= most) break;
    size -= sizeOf(answer);
    left.add(answer.seq);
  }
  const kept = answers.map((each) => (left.has(each.seq) ? leftOut(each) : each));
  return { kind: evidence.kind, name: evidence.name, answers: () => kept };
}

function sizeOf(answer: RecordedAnswer): number {
  if (answer.kind === 'command') return answer.stdout.bytes.size + answer.stderr.bytes.size;
  return answer.kind === 'file' ? answer.content.size : 0;
}

const nothing = { size: 0, read: () => noContent };

function leftOut(answer: RecordedAnswer): RecordedAnswer {
  const detail = `Left out of the case's evidence because of its size of ${sizeOf(answer)} bytes.`;
  if (answer.kind === 'command') {
    const { encoding } = answer.stdout;
    const output = { bytes: nothing, encoding };
    return { ...answer, detail, outcome: 'notRecorded', exitCode: null, ok: false, stdout: output, stderr: output };
  }
  return answer.kind === 'file' ? { ...answer, detail, outcome: 'notRecorded', content: nothing } : answer;
}
