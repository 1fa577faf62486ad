import type { EvidenceView } from '../../../shared/model/evidence-view.ts';
import { Choice } from '../../components/choice.tsx';
import { evidenceWords, phaseWords } from '../../text/evidence.ts';
import { clockTime } from '../../text/format.ts';
import { lastOfEachPhase } from './phases.ts';

/** The same question before, during and after a repair: which answer is read, and a way to the others. */
export function AnswerPhases({ view, choose }: { view: EvidenceView; choose: (seq: number) => void }) {
  const shown = lastOfEachPhase(view.answers, view.seq);
  if (shown.length < 2) return null;
  return (
    <div style={{ marginTop: 4 }}>
      <Choice
        label={evidenceWords.phases}
        value={String(view.seq)}
        choose={(seq) => choose(Number(seq))}
        options={shown.map(({ seq, phase, at }): [string, string] => [
          String(seq),
          // The time of day stays in one piece.
          `${phaseWords(phase)}, ${clockTime(at).replaceAll(/\s/gu, '\u00a0')}`,
        ])}
      />
    </div>
  );
}
