import { commandLine } from '../../shared/repairs/command-line.ts';
import { scriptOf } from '../../shared/repairs/script-of.ts';
import type { Command, Plan } from '../../shared/model/repair.ts';

/** A plan for reading: what will be done, what else it reaches, how it is taken back. */
export function planText(plan: Plan): string {
  const steps = plan.steps.flatMap(({ words, command, undo }, index) => [
    `${index + 1}. ${words}`,
    ...commandLines(command),
    ...(undo === null ? ['   Undo: not possible'] : [`   Undo: ${undo.words}`]),
    ...commandLines(undo?.command ?? null),
  ]);
  // Where nothing is done, "nothing" is said once.
  const none = steps.length > 0 ? ['nothing'] : [];
  const lists = [
    ...list('Backed up before', plan.backups, none),
    ...list('Also reached', plan.alsoHits, none),
    ...list('Still served instead', plan.stillWins, none),
    ...list('Cannot be undone', plan.cannotBeUndone, none),
  ];
  return [
    `Plan for ${plan.repair} on ${plan.target}`,
    '',
    ...(steps.length > 0 ? steps : ['Nothing has to be done on the server.']),
    '',
    ...lists,
    `Needs a reboot: ${plan.needsReboot ? 'yes' : 'no'}`,
    `Proven by: ${plan.provenBy.join(', ')}`,
    '',
  ].join('\n');
}

/** The command, and below it the script that it carries. */
function commandLines(command: Command | null): string[] {
  if (command === null) return [];
  const script = scriptOf(command)?.split(/\r?\n/u) ?? [];
  return [`   ${commandLine(command)}`, ...script.map((line) => `     ${line}`.trimEnd())];
}

function list(title: string, items: readonly string[], none: readonly string[]): string[] {
  const shown = items.length > 0 ? items : none;
  return shown.length > 0 ? [`${title}:`, ...shown.map((item) => `  - ${item}`)] : [];
}
