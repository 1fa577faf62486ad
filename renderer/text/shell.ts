import type { Blocked, Step, StepState } from '../wizard/flow.ts';

export const stepTitles: Record<Step, string> = {
  start: 'Start',
  diagnose: 'Diagnose',
  remedy: 'Remedy',
  prove: 'Prove',
  report: 'Report',
};

export const stepStateWords: Record<StepState, string> = {
  current: 'you are here',
  done: 'done',
  open: 'can be opened',
  blocked: 'not yet',
};

export const blockedWords: Record<Blocked, string> = {
  noTarget: 'Choose a server first.',
  noResult: 'The diagnosis has no result yet.',
  noRepair: 'Nothing was repaired yet, so there is nothing to compare.',
  noBefore: 'What was kept or sent shows the server at one time only, so there is nothing to compare.',
  noFleet: 'Open a folder of results first.',
  repairRuns: 'A repair is running. It is proven or taken back first.',
};

export const shellWords = {
  steps: 'Steps',
  elevated: 'Elevated',
  notElevated: 'Not elevated',
  caseWord: 'Case ',
  checkedWord: 'Checked ',
};

/** A target as the top bar names it: what kind it is, and which. */
export function targetWords(target: string): { kind: string; name: string } {
  if (target === 'windows') return { kind: '', name: 'This server' };
  const [kind, ...rest] = target.split(':');
  if (kind === 'practice') return { kind: 'Practice server · ', name: rest.join(' · ') };
  const name = rest.join(':');
  return kind === 'recorded'
    ? { kind: 'Bundle · ', name: name.split(/[\\/]/u).at(-1) ?? name }
    : { kind: 'Files · ', name };
}
