import type { PastRepair } from '../../../shared/model/wizard-state.ts';
import { endingWords, wasLost } from '../../../shared/report/words.ts';
import { Notice } from '../../components/notice.tsx';
import { dateTime } from '../../text/format.ts';
import { proveWords } from '../../text/prove.ts';
import { repairTitles } from '../../text/remedy.ts';
import { toldParts } from '../../../shared/report/told-parts.ts';
import { outcomeTones } from '../remedy/repair-outcome-view.tsx';

/** How a repair of an earlier run ended, and what a restart of Windows has shown of it since. */
export function LastRepair({ past: { repair, outcome, afterReboot, case: caseId } }: { past: PastRepair }) {
  const lost = wasLost(outcome, afterReboot);
  const looked = outcome === 'fixed' && afterReboot !== null ? proveWords.looked(dateTime(afterReboot.at)) : '';
  return (
    <Notice tone={lost ? 'broken' : outcomeTones[outcome]}>
      <strong>{proveWords.last(repairTitles[repair], endingWords(outcome, afterReboot))}</strong> {looked}{' '}
      {lost
        ? toldParts(afterReboot?.detail ?? '').map((part) => (
            <p key={part} style={{ overflowWrap: 'anywhere', marginTop: 4 }}>
              {part}
            </p>
          ))
        : null}
      {caseId === null ? null : proveWords.caseAt(caseId)}
    </Notice>
  );
}
