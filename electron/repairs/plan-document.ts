import type { Plan } from '../../shared/model/repair.ts';
import type { Design, Repair } from './repair.ts';
import { inverse, stepWords, toCommand, type Step } from './steps/step.ts';

type Reach = Pick<Design, 'alsoHits' | 'stillWins' | 'cannotBeUndone'>;

/** A repair's steps as the document that people read and confirm. */
export function planDocument(
  repair: Repair,
  target: string,
  steps: readonly Step[],
  reach: Reach,
  backups: string[],
): Plan {
  return {
    format: 'package-server-doctor/plan',
    version: 1,
    repair: repair.id,
    target,
    steps: steps.map((step) => {
      const back = inverse(step);
      return { ...described(step), undo: back === null ? null : described(back) };
    }),
    alsoHits: reach.alsoHits,
    stillWins: reach.stillWins,
    backups,
    cannotBeUndone: reach.cannotBeUndone,
    needsReboot: repair.needsReboot,
    provenBy: [...repair.provenBy],
  };
}

const described = (step: Step) => ({ words: stepWords(step), command: toCommand(step) });
