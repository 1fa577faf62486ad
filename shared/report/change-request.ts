import type { Plan, PlanStep } from '../model/repair.ts';
import { commandLine } from '../repairs/command-line.ts';
import { repairTitles } from './words.ts';

/**
 * A plan as the text of a change request: what, why, risk, backup, undo, proof.
 *
 * @param server the server's full name, where it is known
 * @param why what the diagnosis found
 */
export function changeRequest(plan: Plan, server: string | null, why: string): string {
  const { steps, backups, provenBy } = plan;
  const back = steps.flatMap(({ undo }) => (undo === null ? [] : [undo])).toReversed();
  return [
    `Change request: ${repairTitles[plan.repair]} (${plan.repair}) on ${server ?? plan.target}`,
    '',
    'What',
    ...(steps.length > 0
      ? steps.flatMap(numbered)
      : ['  Nothing has to be done: the server is already as this repair would make it.']),
    'Why',
    `  ${why}.`.replace(/\.\.$/u, '.'),
    'Risk',
    ...riskOf(plan).map((words) => `  ${words}`),
    'Backup, made before the first step',
    ...(backups.length > 0 ? backups : ['None.']).map((words) => `  ${words}`),
    'Undo',
    ...(back.length > 0 ? back.flatMap(numbered) : ['  There is none.']),
    'Proof',
    `  The server is asked again: ${provenBy.join(', ')} must then be sound.`,
    `  ${back.length > 0 ? 'What is not proven is taken back at once, as far as it can be.' : 'What is not proven is told; it cannot be taken back.'}`,
    '',
  ].join('\n');
}

function numbered({ words, command }: Pick<PlanStep, 'words' | 'command'>, index: number): string[] {
  return [`  ${index + 1}. ${words}`, ...(command === null ? [] : [`     ${commandLine(command)}`])];
}

function riskOf({ alsoHits, stillWins, cannotBeUndone, needsReboot }: Plan): string[] {
  const reached = [
    ...alsoHits,
    ...stillWins.map((words) => `Some clients are served by another record still: ${words}`),
    ...cannotBeUndone.map((words) => `Cannot be undone: ${words}`),
  ];
  return [
    ...(reached.length > 0 ? reached : ['No other site or endpoint is reached.']),
    needsReboot ? 'Windows must be restarted afterwards.' : 'No restart of Windows belongs to it.',
  ];
}
