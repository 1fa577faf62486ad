import ButtonBase from '@mui/material/ButtonBase';
import { styled } from '@mui/material/styles';
import type { ProbeProgress } from '../../../shared/model/wizard-state.ts';
import { useState } from 'react';
import { Card } from '../../components/card.tsx';
import { Fold } from '../../components/fold.tsx';
import { Icon, type IconName } from '../../components/icons.tsx';
import { ask } from '../../stores/bridge.ts';
import { request } from '../../stores/wizard-store.ts';
import { diagnoseWords, probeWords } from '../../text/diagnose.ts';
import { duration } from '../../text/format.ts';

/** As long as answers come every row is as high as it will ever be: nothing moves. Then each title is told in full. */
const Row = styled('li')({
  display: 'grid',
  gridTemplateColumns: '16px minmax(0, 1fr) auto minmax(52px, auto) auto',
  alignItems: 'center',
  gap: 9,
  minHeight: 32,
  borderTop: '1px solid var(--line)',
  fontSize: '0.8125rem',
  '& .state': { color: 'var(--soft)', whiteSpace: 'nowrap' },
  '& .time': { color: 'var(--soft)', textAlign: 'right', fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' },
  '& .title': { padding: '4px 0' },
  '&.asking .title': { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
});

const Cancel = styled(ButtonBase)({
  width: 24,
  height: 24,
  borderRadius: 4,
  color: 'var(--soft)',
  '&:hover': { background: 'var(--sunken)', color: 'var(--ink)' },
});

const signs: Record<ProbeProgress['state'], { icon: IconName; ink: string }> = {
  waiting: { icon: 'waiting', ink: 'var(--soft)' },
  running: { icon: 'next', ink: 'var(--accent)' },
  known: { icon: 'sound', ink: 'var(--sound)' },
  unknown: { icon: 'unknown', ink: 'var(--warn)' },
};

/** The sources of the diagnosis: wide open while they answer, one line of summary afterwards. */
export function ProbesCard({ probes, open }: { probes: ProbeProgress[]; open: boolean }) {
  const answered = probes.filter(({ state }) => state === 'known' || state === 'unknown').length;
  const unanswered = probes.filter(({ state }) => state === 'unknown').length;
  const [unfolded, setUnfolded] = useState(false);
  // The place of the buttons is kept as long as there is one.
  const asking = answered < probes.length;
  const rows = (
    <ul>
      {probes.map((probe) => (
        <ProbeRow key={probe.fact} probe={probe} cancels={asking} />
      ))}
    </ul>
  );
  if (open) {
    return (
      <Card title={diagnoseWords.sources} aside={diagnoseWords.answered(answered, probes.length)}>
        {rows}
        <p style={{ color: 'var(--soft)', fontSize: '0.8125rem', marginTop: 10 }}>{diagnoseWords.waitingForVerdict}</p>
      </Card>
    );
  }
  if (probes.length === 0) return null;
  return (
    <Fold
      open={unfolded}
      toggle={setUnfolded}
      summary={
        <span style={{ color: 'var(--soft)' }}>
          {asking ? diagnoseWords.answered(answered, probes.length) : diagnoseWords.asked(probes.length, unanswered)}
        </span>
      }
    >
      <div style={{ marginTop: 10 }}>
        <Card title={diagnoseWords.sources}>{rows}</Card>
      </div>
    </Fold>
  );
}

function ProbeRow({ probe, cancels }: { probe: ProbeProgress; cancels: boolean }) {
  const { fact, title, state, detail, durationMs } = probe;
  const { icon, ink } = signs[state];
  const pending = state === 'waiting' || state === 'running';
  return (
    <Row {...(cancels ? { className: 'asking' } : {})}>
      <span style={{ color: ink }}>
        <Icon name={icon} />
      </span>
      <span className="title" title={detail ?? title}>
        {title}
      </span>
      <span className="state">{probeWords(probe)}</span>
      <span className="time">{durationMs === null ? '' : duration(durationMs)}</span>
      {pending ? (
        <Cancel
          aria-label={diagnoseWords.cancelOne(title)}
          title={diagnoseWords.cancel}
          onClick={() => void request(() => ask('diagnosis.cancel', { fact }))}
        >
          <Icon name="close" size={12} />
        </Cancel>
      ) : (
        <span style={{ width: cancels ? 24 : 0 }} />
      )}
    </Row>
  );
}
