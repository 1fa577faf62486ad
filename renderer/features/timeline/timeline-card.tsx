import { useDeferredValue, useMemo, useState } from 'react';
import type { Result } from '../../../shared/model/result.ts';
import type { PastRepair } from '../../../shared/model/wizard-state.ts';
import { timelineOf, type MomentKind } from '../../../shared/report/timeline.ts';
import { Card } from '../../components/card.tsx';
import { VirtualList } from '../../components/virtual-list.tsx';
import { dayHeading } from '../../text/format.ts';
import { timelineWords } from '../../text/timeline.ts';
import { MomentRow } from './moment-row.tsx';
import { everything, wantedMoments, withDays } from './span.ts';
import { TimelineFilter } from './timeline-filter.tsx';

interface TimelineCardProps {
  result: Result;
  before: Result | null;
  history: readonly PastRepair[];
}

/** What happened to the SSL settings and when, with the moment of each repair on it. */
export function TimelineCard({ result, before, history }: TimelineCardProps) {
  const [wanted, setWanted] = useState(everything);
  const moments = useMemo(
    () => timelineOf({ result, before, changes: history.map(changeOf) }),
    [result, before, history],
  );
  const wish = useDeferredValue(wanted);
  const shown = useMemo(() => wantedMoments(moments, wish), [moments, wish]);
  const rows = useMemo(
    () => withDays(shown, dayHeading).map((moment, index) => ({ key: String(index), moment })),
    [shown],
  );
  const kinds = useMemo(() => [...new Set(moments.map(({ kind }) => kind))] satisfies MomentKind[], [moments]);
  const told = moments.some(({ kind }) => kind !== 'diagnosis' && kind !== 'repair');
  return (
    <Card title={timelineWords.title} aside={timelineWords.aside}>
      {told ? null : <p style={{ color: 'var(--soft)', marginBottom: 8 }}>{timelineWords.empty}</p>}
      <TimelineFilter
        wanted={wanted}
        change={setWanted}
        kinds={kinds}
        lastRepair={history.at(-1)?.at ?? null}
        found={timelineWords.found(shown.length, moments.length)}
      />
      {shown.length === 0 ? (
        <p style={{ color: 'var(--soft)' }}>{timelineWords.none}</p>
      ) : (
        <VirtualList items={rows} keyOf={({ key }) => key} rowHeight={48} height={360} label={timelineWords.list}>
          {({ moment }) => <MomentRow moment={moment} />}
        </VirtualList>
      )}
    </Card>
  );
}

const changeOf = ({ repair, outcome, at, afterReboot, toldBy }: PastRepair) => ({
  repair,
  outcome,
  begunAt: '',
  endedAt: at,
  steps: [],
  afterReboot: afterReboot === null ? [] : [afterReboot],
  toldBy,
});
