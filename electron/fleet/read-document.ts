import type { z } from 'zod';
import type { Refusal } from '../../shared/fleet/fleet.ts';
import { LeanRepair, LeanResult } from '../../shared/fleet/lean.ts';
import { verdictOf } from '../../shared/fleet/newest.ts';
import { promisesResult } from '../../shared/fleet/other-file.ts';
import type { FleetServer } from '../../shared/fleet/server.ts';
import { summarise, type Source } from '../../shared/fleet/summarise.ts';
import { stateOf } from './state.ts';
import { refusal, refusalOfForeign } from './refusals.ts';

const ours = 'package-server-doctor/';

/** One document of a folder of results, as its row, or why it is none. */
export function readDocument(text: string, source: Omit<Source, 'kind'>): FleetServer | Refusal {
  const { file } = source;
  const trimmed = text.trim();
  if (trimmed === '') return refusal(file, promisesResult(file) ? 'damaged' : 'other', 'it is empty');
  if (!trimmed.startsWith('{')) return refusalOfForeign(file, trimmed);
  let value: unknown;
  try {
    value = JSON.parse(trimmed);
  } catch {
    const how = trimmed.endsWith('}') ? 'its JSON is damaged' : 'it is half written: its end is missing';
    return refusal(file, 'damaged', how);
  }
  const { format, version } = value as { format?: unknown; version?: unknown };
  if (typeof format !== 'string' || !format.startsWith(ours)) {
    const reason = promisesResult(file) ? 'foreign' : 'other';
    return refusal(file, reason, 'it is JSON, but no document of this product');
  }
  if (typeof version === 'number' && version > 1) {
    return refusal(file, 'newer', `it was written by a newer version (format ${version})`);
  }
  switch (format) {
    case `${ours}result`:
      return readAs(LeanResult, value, source, (result) =>
        summarise(result, stateOf(result), { ...source, kind: 'result' }),
      );
    case `${ours}repair`:
      return readAs(LeanRepair, value, source, (report) => ofRepair(report, source));
    case `${ours}fleet`:
      return refusal(file, 'list', 'it is a list of psdoctor, and no result');
    case `${ours}error`:
      return refusal(file, 'error', `psdoctor ended with an error there: ${errorWords(value)}`);
    default:
      return refusal(file, 'otherDocument', `it is a "${format}", and no result`);
  }
}

function readAs<T>(
  schema: z.ZodType<T>,
  value: unknown,
  { file }: Omit<Source, 'kind'>,
  make: (document: T) => FleetServer,
): FleetServer | Refusal {
  const parsed = schema.safeParse(value);
  if (parsed.success) return make(parsed.data);
  const [issue] = parsed.error.issues;
  return refusal(file, 'damaged', `it cannot be read (${issue?.path.join('.') || 'the whole'}: ${issue?.message})`);
}

function ofRepair({ repair, outcome, before, after }: z.infer<typeof LeanRepair>, source: Omit<Source, 'kind'>) {
  const last = after ?? before;
  const row = summarise(last, stateOf(last), { ...source, kind: 'repair' });
  const earlier = after === null ? null : verdictOf({ at: before.startedAt, state: stateOf(before), ...before });
  return { ...row, repair: { repair, outcome, file: source.file }, before: earlier };
}

function errorWords(value: unknown): string {
  const { code, message } = value as { code?: unknown; message?: unknown };
  return [code, message].filter((each) => typeof each === 'string').join(': ') || 'which one is not said';
}
