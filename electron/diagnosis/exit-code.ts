import type { FindingStatus } from '../../shared/model/finding.ts';
import { decisiveFindings } from '../../shared/rules/catalogue.ts';

/**
 * What `psdoctor diagnose` ends with: 1 when a finding fails, 3 when none does
 * but a decisive one has no answer, else 0.
 */
export function exitCodeOfResult({
  findings,
}: {
  findings: readonly { id: string; status: FindingStatus }[];
}): 0 | 1 | 3 {
  if (findings.some(({ status }) => status === 'fail')) return 1;
  const answered = new Set<string>(findings.filter(({ status }) => status !== 'notRun').map(({ id }) => id));
  return decisiveFindings.every((id) => answered.has(id)) ? 0 : 3;
}
