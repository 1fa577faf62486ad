import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Result } from '../../shared/model/result.ts';
import { listOf } from '../../shared/rules/words.ts';
import { UserError } from '../app/user-error.ts';
import { productVersion } from '../app/version.ts';
import { inspectFile } from './inspect-file.ts';
import { judgeShares } from './judge-shares.ts';
import { mergeReadings } from './merge.ts';
import { diagnoseBundle } from './read-bundle.ts';
import { readLogs } from './read-logs.ts';
import type { Reading } from './reading.ts';
import { futureWords, isLater, judgedAsOf } from './times.ts';

/** One file that somebody sent, as it is called in everything that is said of it. */
export interface SentFile {
  path: string;
  name: string;
  /** ISO-8601 UTC; the moment of the analysis where the file's own time is later or cannot be had. */
  modified: string;
}

/** Everything that the files tell, before it is judged. */
interface Sent {
  readings: Reading[];
  logs: SentFile[];
  /** The times at the ends of the logs. */
  ends: string[];
  bundle: Result | null;
  notes: string[];
  /** Files of which something was used. */
  used: SentFile[];
  /** Why evidence was refused, when it was. */
  refusal: UserError | null;
}

/**
 * Judges loose files that somebody sent, recognised by their content, in any
 * mixture. The time they are judged by is the newest that stands in them (a
 * bundle's clock, the last event of a log) and had come when they were analysed,
 * else that of the newest file, which is never later than the analysis.
 *
 * @param paths as the person named them
 * @param analysed the moment of the analysis
 * @returns the result, with notes on what each file was taken for
 * @throws UserError when a path is not there, or when the only evidence is refused
 */
export async function analyzeFiles(paths: readonly string[], analysed = new Date()): Promise<Result> {
  const began = performance.now();
  const files = await sentFiles(paths, analysed);
  const sent = await readAll(files, analysed);
  const { bundle, used, notes } = sent;
  if (used.length === 0 && sent.refusal !== null) throw sent.refusal;
  const merged = mergeReadings(bundle?.facts ?? null, sent.readings);

  const { now, words } = judgedAsOf(
    bundle === null ? sent.ends : [bundle.startedAt, ...sent.ends],
    used.length > 0 ? used : files,
    analysed,
  );
  const context = { now, fqdn: bundle?.target.fqdn ?? null, addresses: bundle?.target.addresses ?? [] };
  return {
    format: 'package-server-doctor/result',
    version: 1,
    product: { version: productVersion },
    target: {
      kind: 'files',
      name: listOf(files.map(({ name }) => name)),
      fqdn: context.fqdn,
      addresses: [...context.addresses],
    },
    startedAt: now,
    durationMs: Math.round(performance.now() - began),
    notes: [...notes, ...merged.notes, ...words],
    facts: merged.facts,
    ...judgeShares(merged.facts, merged.shares, context),
  };
}

/** Called by their last name where that tells them apart. */
async function sentFiles(paths: readonly string[], analysed: Date): Promise<SentFile[]> {
  const names = paths.map((path) => basename(path));
  return Promise.all(
    paths.map(async (path, index): Promise<SentFile> => {
      const entry = await stat(path).catch(({ code }: NodeJS.ErrnoException) => {
        if (code === 'ENOENT' || code === 'ENOTDIR') throw new UserError('notFound', `There is no file ${path}.`);
        return null;
      });
      const own = names[index]!;
      const name = names.filter((other) => other === own).length > 1 ? path : own;
      return { path, name, modified: earlier(entry?.mtime, analysed).toISOString() };
    }),
  );
}

/** A clock that is wrong, or a copy, can give a file a time that has not come. */
const earlier = (time: Date | undefined, bound: Date): Date => (time === undefined || time > bound ? bound : time);

async function readAll(files: readonly SentFile[], analysed: Date): Promise<Sent> {
  const sent: Sent = { readings: [], logs: [], ends: [], bundle: null, notes: [], used: [], refusal: null };
  for (const file of files) {
    const inspected = await inspectFile(file.path, file.name);
    if (inspected.kind === 'notUsed') sent.notes.push(`${file.name}: not used: ${inspected.reason}.`);
    else if (inspected.kind === 'bundle') await readBundle(file, sent, analysed);
    else {
      sent.used.push(file);
      sent.readings.push(...inspected.found.readings);
      sent.notes.push(...inspected.found.notes.map((note) => `${file.name}: ${note.replace(/\.$/u, '')}.`));
      if (inspected.log) sent.logs.push(file);
    }
  }
  if (sent.logs.length > 0) {
    const { readings, notes, ends } = await readLogs(sent.logs, analysed);
    sent.readings.push(...readings);
    sent.ends.push(...ends);
    sent.notes.push(...notes);
  }
  return sent;
}

/** Of several bundles the one that was recorded last counts, and before all others one whose clock can be right. */
async function readBundle(file: SentFile, sent: Sent, analysed: Date): Promise<void> {
  try {
    const { result, warnings } = await diagnoseBundle(file.path);
    sent.used.push(file);
    const recorded = `${file.name}: an evidence bundle, recorded ${result.startedAt}`;
    sent.notes.push(`${recorded}${futureWords(result.startedAt, analysed)}.`, ...warnings);
    if (sent.bundle !== null) sent.notes.push('Several evidence bundles: the one that was recorded last counts.');
    if (sent.bundle === null || isLater(result.startedAt, sent.bundle.startedAt, analysed)) sent.bundle = result;
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    sent.notes.push(`${file.name}: not used: ${error.message}`);
    sent.refusal ??= error;
  }
}
