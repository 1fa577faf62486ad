import { commandLine } from '../../shared/repairs/command-line.ts';
import type { Plan } from '../../shared/model/repair.ts';

const none = ['nothing'];

/** A plan for reading: what will be done, what else it reaches, how it is taken back. */
export function planText(plan: Plan): string {
  const steps = plan.steps.flatMap(({ words, command, undo }, index) => [
    `${index + 1}. ${words}`,
    ...(command === null ? [] : [`   ${commandLine(command)}`]),
    ...(undo === null ? ['   Undo: not possible'] : [`   Undo: ${undo.words}`]),
    ...(undo?.command == null ? [] : [`   ${commandLine(undo.command)}`]),
  ]);
  return [
    `Plan for ${plan.repair} on ${plan.target}`,
    '',
    ...(steps.length > 0 ? steps : ['Nothing has to be done on the server.']),
    '',
    ...list('Backed up before', plan.backups),
    ...list('Also reached', plan.alsoHits.length > 0 ? plan.alsoHits : none),
    ...list('Still served instead', plan.stillWins.length > 0 ? plan.stillWins : none),
    ...list('Cannot be undone', plan.cannotBeUndone.length > 0 ? plan.cannotBeUndone : none),
    `Needs a reboot: ${plan.needsReboot ? 'yes' : 'no'}`,
    `Proven by: ${plan.provenBy.join(', ')}`,
    '',
  ].join('\n');
}

function list(title: string, items: readonly string[]): string[] {
  return [`${title}:`, ...items.map((item) => `  - ${item}`)];
}
