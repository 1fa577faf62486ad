import type { RepairReport } from '../../shared/model/repair.ts';
import type { Result } from '../../shared/model/result.ts';
import { commonWords } from './common.ts';
import { likelihoodWords } from './findings.ts';
import { dateTime } from './format.ts';
import { outcomeWords, repairTitles } from './remedy.ts';

/** What an engineer pastes into the ticket: plain text, at most twelve lines. */
export function ticketSummary(result: Result, report: RepairReport | null, version: string): string {
  const judged = report?.before ?? result;
  const [cause] = judged.causes;
  const reasons = (cause?.because ?? []).flatMap((id) => judged.findings.find((each) => each.id === id)?.summary ?? []);
  const failing = result.findings.filter(({ status }) => status === 'fail').length;
  return [
    `${commonWords.product} ${version} on ${judged.target.fqdn ?? judged.target.name}, ${dateTime(judged.startedAt)}`,
    `Cause: ${cause === undefined ? 'none named' : `${cause.title} (${likelihoodWords[cause.likelihood].toLowerCase()})`}`,
    ...reasons.slice(0, 4).map((reason) => `- ${reason}`),
    ...(report === null
      ? []
      : [
          `Repair: ${repairTitles[report.repair]}. ${outcomeWords[report.outcome]}.`,
          report.detail,
          ...(report.case === null ? [] : [`Case: ${report.case} (backup and journal)`]),
        ]),
    `Failing checks now: ${failing}`,
    'Still to do by hand: Agent UI > Package Server tab > Refresh All Packages (KB172128).',
  ]
    .map((line) => line.replaceAll('\n', ' '))
    .slice(0, 12)
    .join('\n');
}
