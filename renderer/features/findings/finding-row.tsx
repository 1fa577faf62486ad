import ButtonBase from '@mui/material/ButtonBase';
import { styled } from '@mui/material/styles';
import type { KeyboardEvent } from 'react';
import type { Finding } from '../../../shared/model/finding.ts';
import { StatusTag } from '../../components/status-tag.tsx';
import { areaOf, areaWords } from '../../text/findings.ts';

const Row = styled(ButtonBase)({
  width: '100%',
  display: 'grid',
  gridTemplateColumns: '84px minmax(0, 1fr) auto',
  justifyContent: 'stretch',
  alignItems: 'baseline',
  gap: 10,
  padding: '7px 8px',
  textAlign: 'left',
  fontSize: '0.8438rem',
  lineHeight: 1.45,
  borderTop: '1px solid var(--line)',
  '& .area': { color: 'var(--soft)', fontSize: '0.75rem', whiteSpace: 'nowrap' },
  '&:hover': { background: 'var(--sunken)' },
  '&[aria-pressed="true"]': { background: 'var(--accentSoft)' },
  '&.Mui-focusVisible': { outlineOffset: -2 },
  '@media (max-width: 599px)': {
    gridTemplateColumns: '84px minmax(0, 1fr)',
    rowGap: 2,
    '& .area': { gridColumn: 2 },
  },
  '@media (forced-colors: active)': { '&[aria-pressed="true"]': { outline: '2px solid Highlight', outlineOffset: -2 } },
});

/** The arrow keys go up and down between the rows of one group. */
function onArrow(event: KeyboardEvent<HTMLElement>): void {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  if (step === 0) return;
  const rows = [...(event.currentTarget.closest('section')?.querySelectorAll<HTMLElement>('li button') ?? [])];
  const next = rows[rows.indexOf(event.currentTarget) + step];
  if (next === undefined) return;
  event.preventDefault();
  next.focus();
}

interface FindingRowProps {
  finding: Finding;
  selected: boolean;
  select: () => void;
}

export function FindingRow({ finding: { id, status, summary }, selected, select }: FindingRowProps) {
  return (
    <li>
      <Row aria-pressed={selected} onClick={select} onKeyDown={onArrow}>
        <span>
          <StatusTag status={status} />
        </span>
        <span style={{ overflowWrap: 'anywhere' }}>{summary}</span>
        <span className="area">{areaWords[areaOf(id)]}</span>
      </Row>
    </li>
  );
}
