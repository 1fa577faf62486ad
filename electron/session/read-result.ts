import { basename } from 'node:path';
import { z } from 'zod';
import { RepairReport } from '../../shared/model/repair.ts';
import { Result } from '../../shared/model/result.ts';
import { UserError } from '../app/user-error.ts';

const head = z.object({
  format: z.literal('package-server-doctor/result'),
  version: z.int(),
  product: z.object({ version: z.string() }),
});

/** Whether a text claims to be a result document, or what a repair left, which holds two of them. */
export function isResult(text: string): boolean {
  return /"format"\s*:\s*"package-server-doctor\/(?:result|repair)"/u.test(text.slice(0, 4096));
}

/** What a kept document shows: a server, and how it was before a repair. */
interface Kept {
  result: Result;
  before: Result | null;
}

/**
 * A result document, or what `psdoctor repair --json` left, that somebody kept.
 *
 * @throws UserError failed: neither, or one of another version, with what to open instead
 */
export function readKept(text: string, path: string): Kept {
  const repair = RepairReport.safeParse(parseJson(text));
  if (!repair.success) return { result: readResult(text, path), before: null };
  const { before, after } = repair.data;
  return after === null ? { result: before, before: null } : { result: after, before };
}

/**
 * A result document that somebody kept.
 *
 * @throws UserError failed: not a result, or one of another version, with what to open instead
 */
function readResult(text: string, path: string): Result {
  const name = basename(path);
  const document = parseJson(text);
  const known = head.safeParse(document);
  if (!known.success) throw new UserError('failed', `${name} is no result of Package Server Doctor.`);
  const { version, product } = known.data;
  const parsed = Result.safeParse(document);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const where = issue === undefined ? '' : ` (${issue.path.join('.')}: ${issue.message})`;
  throw new UserError(
    'failed',
    `${name} is a result of version ${product.version}, format ${version}, which this version cannot read${where}. Open its evidence bundle instead: evidence is judged again.`,
  );
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/u, ''));
  } catch {
    return null;
  }
}
