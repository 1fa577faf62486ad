import { commandLine } from '../repairs/command-line.ts';
import type { Plan } from '../model/repair.ts';

/** A plan as the text of a change request: what, why, risk, backup, undo, proof. */
export function changeRequest(plan: Plan, why: string): string {
  const commands = plan.steps.flatMap(({ command }) => (command === null ? [] : [`  ${commandLine(command)}`]));
  const undo = plan.steps.flatMap(({ undo: back }) =>
    back === null ? [] : [`  ${back.command === null ? back.words : commandLine(back.command)}`],
  );
  const risk = [...plan.alsoHits, ...plan.cannotBeUndone.map((words) => `Cannot be undone: ${words}`)];
  return [
    `Change request: ${plan.repair} on ${plan.target}`,
    '',
    'What',
    ...plan.steps.map(({ words }) => `  ${words}`),
    ...commands,
    'Why',
    `  ${why}`,
    'Risk',
    ...(risk.length > 0 ? risk : ['No other site or endpoint is reached.']).map((words) => `  ${words}`),
    `  A reboot is ${plan.needsReboot ? 'needed' : 'not needed'}.`,
    'Backup',
    ...plan.backups.map((words) => `  ${words}`),
    'Undo',
    ...undo.toReversed(),
    'Proof',
    `  The checks ${plan.provenBy.join(', ')} are run again; what is not proven is undone at once.`,
    '',
  ].join('\n');
}
