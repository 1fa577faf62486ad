import type { Plan, PlanStep } from '../../shared/model/repair.ts';
import type { AnyRepair, Design } from './repair.ts';
import { inverse, stepWords, toCommand, type Step } from './steps/step.ts';

type Reach = Pick<Design, 'alsoHits' | 'stillWins' | 'cannotBeUndone'>;

/** A repair's steps as the document that people read and confirm. */
export function planDocument(
  repair: AnyRepair,
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
    steps: steps.map(describeStep),
    // Where nothing is done nothing is reached.
    alsoHits: steps.length > 0 ? reach.alsoHits : [],
    stillWins: reach.stillWins,
    backups,
    cannotBeUndone: reach.cannotBeUndone,
    needsReboot: repair.needsReboot,
    provenBy: [...repair.provenBy],
  };
}

/** A step with its command and the way back, as people read it. */
export function describeStep(step: Step): PlanStep {
  const back = inverse(step);
  return { ...described(step), undo: back === null ? null : described(back) };
}

const described = (step: Step) => ({ words: stepWords(step), command: toCommand(step) });
