import type { Finding, FindingId, FindingStatus } from '../../shared/model/finding.ts';
import type { Result } from '../../shared/model/result.ts';

const badness: Record<FindingStatus, number> = { pass: 0, info: 0, warn: 1, notRun: 2, fail: 2 };

/** What of a proof is missing: a finding that fails or could not be judged, or one that warns and did not before. */
export function missingProof(before: readonly Finding[], after: readonly Finding[]): string[] {
  const earlier = new Map(before.map(({ id, status }) => [id, badness[status]]));
  return after
    .filter(({ id, status }) => badness[status] === 2 || badness[status] > (earlier.get(id) ?? 2))
    .map(({ id, summary }) => `${id}: ${summary}`);
}

/** The proof by findings of the whole server, where a repair needs no closer look. */
export const provenByFindings =
  (ids: readonly FindingId[]) =>
  (_target: unknown, before: Result, after: Result): string[] => {
    const [earlier, now] = [before, after].map(({ findings }) => findings.filter(({ id }) => ids.includes(id)));
    const absent = ids.filter((id) => !now!.some((finding) => finding.id === id));
    return [...absent.map((id) => `${id}: it was not asked.`), ...missingProof(earlier!, now!)];
  };
