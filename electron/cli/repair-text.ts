import type { RepairReport, StepReport } from '../../shared/model/repair.ts';

const marks: Record<StepReport['outcome'], string> = {
  done: 'done   ',
  failed: 'failed ',
  undone: 'undone ',
  skipped: 'skipped',
};

/** What a repair did, for reading: outcome first, then each step, then the proof. */
export function repairText(report: RepairReport): string {
  const { repair, outcome, detail, steps, plan, before, after } = report;
  const status = (result: typeof after, id: string) =>
    result?.findings.find((finding) => finding.id === id)?.status ?? 'not run';
  const proof = (after === null ? [] : (plan?.provenBy ?? [])).map(
    (id) => `  ${id.padEnd(22)} ${status(before, id).padEnd(7)} -> ${status(after, id)}`,
  );
  const standing = standingWords(report);
  return [
    `${repair}: ${outcome}`,
    detail,
    ...(standing === null ? [] : [standing]),
    ...(steps.length > 0 ? [''] : []),
    ...steps.flatMap(({ words, outcome: step, detail: why }) => [
      `  ${marks[step]}  ${words}`,
      ...(why === undefined ? [] : [`           ${why}`]),
    ]),
    ...(proof.length > 0 ? ['', 'Before and after', ...proof] : []),
    ...(report.case === null ? [] : ['', `Case ${report.case}`]),
    '',
  ].join('\n');
}

/** What the server suffers from besides, where a repair is over and well: exit code 0 speaks of the repair alone. Else null. */
export function standingWords({ outcome, before, after }: RepairReport): string | null {
  if (outcome !== 'fixed' && outcome !== 'notNeeded') return null;
  const standing = (after ?? before).causes.map(({ id }) => id).filter((id) => id !== 'healthy');
  return standing.length === 0
    ? null
    : `Other causes remain: ${standing.join(', ')}. The server may still not publish HTTPS codebases: psdoctor diagnose says what each asks for.`;
}
