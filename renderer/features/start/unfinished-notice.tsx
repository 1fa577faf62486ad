import type { Session } from '../../../shared/model/wizard-state.ts';
import { Notice } from '../../components/notice.tsx';
import { startWords, unfinishedText } from '../../text/start.ts';
import { RecoverButtons } from '../remedy/recover-buttons.tsx';

/** A repair that an earlier run left comes before all else: it is finished, or taken back. */
export function UnfinishedNotice({ unfinished }: { unfinished: NonNullable<Session['unfinished']> }) {
  return (
    <Notice tone={unfinished.waits === null ? 'warn' : 'info'} urgent>
      <strong>{startWords.unfinished(unfinished.case, unfinished.waits)}</strong>{' '}
      <span style={{ overflowWrap: 'anywhere' }}>{unfinishedText(unfinished)}</span> {startWords.unfinishedHelp}
      <div style={{ marginTop: 8 }}>
        <RecoverButtons unfinished={unfinished} />
      </div>
    </Notice>
  );
}
