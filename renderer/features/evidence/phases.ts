import type { EvidenceView } from '../../../shared/model/evidence-view.ts';

type Answer = EvidenceView['answers'][number];

/** Of each phase the newest answer, in the order of the phases, and the one that is read if it is none of them. */
export function lastOfEachPhase(answers: readonly Answer[], read: number): Answer[] {
  return answers.filter(
    ({ seq, phase }, index) => seq === read || !answers.slice(index + 1).some((later) => later.phase === phase),
  );
}
