import type { Plan } from '../model/repair.ts';

/** Whether a change can be taken back: as it was, within limits that the plan tells, or not at all. */
export type UndoOf = 'whole' | 'limited' | 'none';

/** A step that has to stay has no undo; where each has one, what the plan says of the undo are its limits. */
export function undoOf({ steps, cannotBeUndone }: Pick<Plan, 'steps' | 'cannotBeUndone'>): UndoOf {
  if (cannotBeUndone.length === 0) return 'whole';
  return steps.some(({ undo }) => undo === null) ? 'none' : 'limited';
}

/** What stands over the plan's words about its undo. */
export const undoWords: Record<UndoOf, string> = {
  whole: 'Undo',
  limited: 'What an undo leaves',
  none: 'Cannot be undone',
};
