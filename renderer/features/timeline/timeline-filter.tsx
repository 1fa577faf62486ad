import Button from '@mui/material/Button';
import { styled } from '@mui/material/styles';
import type { MomentKind } from '../../../shared/report/timeline.ts';
import { Choice } from '../../components/choice.tsx';
import { SearchBox } from '../../components/search-box.tsx';
import { momentWords, timelineWords } from '../../text/timeline.ts';
import { everything, fromField, toField, type Wanted } from './span.ts';

const Line = styled('div')({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  gap: '6px 10px',
  marginBottom: 8,
  fontSize: '0.8125rem',
  '& label': { display: 'flex', alignItems: 'center', gap: 6, color: 'var(--soft)' },
  '& input[type="datetime-local"]': {
    height: 32,
    padding: '0 8px',
    border: '1px solid var(--edge)',
    borderRadius: 5,
    background: 'var(--card)',
    color: 'var(--ink)',
    fontSize: '0.8125rem',
  },
});

/** A quarter of an hour before and after tells what led to a repair, and what came of it. */
const aroundMs = 15 * 60_000;

interface TimelineFilterProps {
  wanted: Wanted;
  change: (wanted: Wanted) => void;
  kinds: readonly MomentKind[];
  lastRepair: string | null;
  found: string;
}

/** Narrows the timeline to a span of time, a kind of moment, or words. */
export function TimelineFilter({ wanted, change, kinds, lastRepair, found }: TimelineFilterProps) {
  const { kind, from, to, search } = wanted;
  const around = () => {
    const at = Date.parse(lastRepair ?? '');
    const time = (offset: number) => new Date(at + offset).toISOString();
    change({ ...wanted, from: time(-aroundMs), to: time(aroundMs) });
  };
  return (
    <>
      <Line>
        <Choice
          label={timelineWords.kinds}
          value={kind}
          choose={(chosen) => change({ ...wanted, kind: chosen })}
          options={[[null, timelineWords.all], ...kinds.map((each): [MomentKind, string] => [each, momentWords[each]])]}
        />
        <SearchBox
          label={timelineWords.search}
          hint={timelineWords.hint}
          value={search}
          change={(words) => change({ ...wanted, search: words })}
        />
      </Line>
      <Line>
        {(['from', 'to'] as const).map((end) => (
          <label key={end}>
            {timelineWords[end]}
            <input
              type="datetime-local"
              value={toField(end === 'from' ? from : to)}
              onChange={(event) => change({ ...wanted, [end]: fromField(event.target.value) })}
            />
          </label>
        ))}
        {lastRepair === null ? null : <Button onClick={around}>{timelineWords.around}</Button>}
        {from === null && to === null ? null : (
          <Button onClick={() => change({ ...wanted, from: everything.from, to: everything.to })}>
            {timelineWords.whole}
          </Button>
        )}
        <span role="status" style={{ marginLeft: 'auto', color: 'var(--soft)' }}>
          {found}
        </span>
      </Line>
    </>
  );
}
