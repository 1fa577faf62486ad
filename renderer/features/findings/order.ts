import type { Finding, FindingId, FindingStatus } from '../../../shared/model/finding.ts';
import { areaOf, type Area } from '../../text/findings.ts';

/** What needs attention first; within a status the order of the checks stays. */
const rank: Record<FindingStatus, number> = { fail: 0, warn: 1, notRun: 2, info: 3, pass: 4 };

export const statusOrder = Object.keys(rank) as FindingStatus[];

export const byAttention = (findings: readonly Finding[]): Finding[] =>
  [...findings].sort((a, b) => rank[a.status] - rank[b.status]);

/** The one of these checks that needs attention most. */
export const worstFinding = (findings: readonly Finding[], ids: readonly FindingId[]): Finding | undefined =>
  byAttention(ids.flatMap((id) => findings.find((finding) => finding.id === id) ?? []))[0];

/** Findings of an area whose words hold every word of the search. */
export function matching(findings: readonly Finding[], area: Area | null, search: string): Finding[] {
  const words = search.toLowerCase().split(/\s+/u).filter(Boolean);
  return findings.filter((finding) => {
    if (area !== null && areaOf(finding.id) !== area) return false;
    const text = `${finding.id} ${finding.summary} ${finding.detail} ${finding.kb.join(' ')}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
}

export function countByStatus(findings: readonly Finding[]): [FindingStatus, number][] {
  return statusOrder
    .map((status): [FindingStatus, number] => [status, findings.filter((finding) => finding.status === status).length])
    .filter(([, count]) => count > 0);
}
