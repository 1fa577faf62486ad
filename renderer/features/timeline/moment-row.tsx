import { styled } from '@mui/material/styles';
import type { Moment, MomentKind } from '../../../shared/report/timeline.ts';
import { Icon, type IconName } from '../../components/icons.tsx';
import { clockTime, dateTime } from '../../text/format.ts';

const Row = styled('div')({
  display: 'grid',
  gridTemplateColumns: '92px 16px minmax(0, 1fr)',
  gap: '0 10px',
  padding: '5px 10px',
  borderBottom: '1px solid var(--line)',
  fontSize: '0.8125rem',
  overflowWrap: 'anywhere',
  '& time': { fontVariantNumeric: 'tabular-nums', color: 'var(--soft)' },
  '& small': { display: 'block', color: 'var(--soft)', fontSize: '0.75rem' },
  '& svg': { marginTop: 2 },
});

const Day = styled('div')({
  padding: '6px 10px',
  background: 'var(--sunken)',
  borderBottom: '1px solid var(--line)',
  fontSize: '0.75rem',
  fontWeight: 600,
  color: 'var(--soft)',
});

const looks: Record<MomentKind, { icon: IconName; ink: string }> = {
  settings: { icon: 'warn', ink: 'var(--warn)' },
  start: { icon: 'again', ink: 'var(--soft)' },
  policy: { icon: 'info', ink: 'var(--accent)' },
  agent: { icon: 'info', ink: 'var(--soft)' },
  diagnosis: { icon: 'search', ink: 'var(--soft)' },
  repair: { icon: 'shield', ink: 'var(--accent)' },
};

export function MomentRow({ moment }: { moment: Moment | { day: string } }) {
  if ('day' in moment) return <Day>{moment.day}</Day>;
  const { at, kind, words, source } = moment;
  const { icon, ink } = looks[kind];
  return (
    <Row>
      <time dateTime={at} title={dateTime(at)}>
        {clockTime(at)}
      </time>
      <span style={{ color: ink }}>
        <Icon name={icon} />
      </span>
      <span style={kind === 'repair' ? { fontWeight: 600 } : {}}>
        {words}
        <small>{source}</small>
      </span>
    </Row>
  );
}
