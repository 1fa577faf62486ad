import { styled } from '@mui/material/styles';
import type { ReactNode } from 'react';
import { Icon } from './icons.tsx';

const Details = styled('details')({
  '& > summary': {
    cursor: 'pointer',
    display: 'flex',
    alignItems: 'center',
    gap: 8,
    minHeight: 32,
    padding: '4px 2px',
    borderRadius: 5,
    listStyle: 'none',
    fontSize: '0.8438rem',
  },
  '& > summary::-webkit-details-marker': { display: 'none' },
  '& > summary > svg:first-of-type': { color: 'var(--soft)' },
  '&[open] > summary > svg:first-of-type': { transform: 'rotate(90deg)' },
});

interface FoldProps {
  summary: ReactNode;
  open: boolean;
  toggle: (open: boolean) => void;
  children: ReactNode;
}

/** One line that opens to more; what is folded is not drawn. */
export function Fold({ summary, open, toggle, children }: FoldProps) {
  return (
    <Details open={open} onToggle={(event) => toggle(event.currentTarget.open)}>
      <summary>
        <Icon name="open" size={14} />
        {summary}
      </summary>
      {open ? children : null}
    </Details>
  );
}
