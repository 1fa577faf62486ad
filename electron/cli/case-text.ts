import { commandLine } from '../../shared/repairs/command-line.ts';
import { unchangedWords } from '../cases/case-list.ts';
import type { CaseView } from '../cases/case-view.ts';

type Run = CaseView['runs'][number];

/** A case for reading: what was found, what was done, what is kept, what can be undone. */
export function caseText(view: CaseView): string {
  const { id, server, target, createdAt, folder, unfinished, problems, before, after, runs, backups, otherBackups } =
    view;
  return [
    `Case ${id}: ${server ?? target}, target ${target}, opened ${createdAt}`,
    `Folder: ${folder}`,
    ...(unfinished === null ? [] : ['', unfinished]),
    ...(problems.length === 0 ? [] : ['', 'Cannot be read any more', ...problems.map((words) => `  ${words}`)]),
    ...foundText('Found before the first repair', before),
    ...foundText('Found last', after),
    ...runs.flatMap(runText),
    '',
    'Backups',
    ...backupLines(backups, otherBackups),
    '',
    undoText(id, runs, unfinished),
    '',
  ].join('\n');
}

function backupLines(files: readonly string[], others: readonly string[]): string[] {
  if (files.length + others.length === 0) return ['  none'];
  return [...files.map((path) => `  ${path}`), ...others.map((name) => `  ${name}, which IIS keeps on the server`)];
}

function undoText(id: string, runs: readonly Run[], unfinished: string | null): string {
  if (runs.length === 0) return unchangedWords;
  if (unfinished !== null) return `Finish it with: psdoctor resume ${id}, or end it as it can be: psdoctor undo ${id}`;
  return runs.some(({ canBeUndone }) => canBeUndone)
    ? `Take it back with: psdoctor undo ${id}`
    : 'Nothing of this case can be taken back.';
}

function foundText(title: string, found: CaseView['before']): string[] {
  if (found === null) return [];
  return [
    '',
    `${title} (${found.at})`,
    ...found.causes.map(({ title: cause, likelihood }) => `  ${likelihood}: ${cause}`),
    ...found.findings.map(({ id, status, summary }) => `  ${status} ${id}: ${summary}`),
  ];
}

function runText({
  run,
  repair,
  beganAt,
  outcome,
  detail,
  steps,
  canBeUndone,
  cannotBeUndone,
  afterReboot,
}: Run): string[] {
  return [
    '',
    `${run.slice(0, 2)} ${repair}, begun ${beganAt}: ${outcome ?? 'unfinished'}`,
    ...(detail === null ? [] : [`  ${detail}`]),
    ...steps.flatMap(({ words, state, command }) => [
      `  ${state.padEnd(8)} ${words}`,
      ...(command === null ? [] : [`           ${commandLine(command)}`]),
    ]),
    ...cannotBeUndone.map((words) => `  Cannot be undone: ${words}`),
    ...(canBeUndone ? ['  Can be undone.'] : []),
    ...afterReboot.map(({ at, detail: seen }) => `  After the restart of Windows, ${at}: ${seen}`),
  ];
}
