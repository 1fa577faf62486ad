import { styled } from '@mui/material/styles';
import { Fragment, type ReactNode } from 'react';

const List = styled('dl')({
  display: 'grid',
  gridTemplateColumns: 'minmax(64px, auto) minmax(0, 1fr)',
  gap: '4px 14px',
  fontSize: '0.8125rem',
  '& dt': { color: 'var(--soft)' },
  '& dd': { overflowWrap: 'anywhere' },
  '& dd > p + p, & dd > ul > li + li': { marginTop: 3 },
});

/** Names and what they stand for, two columns. */
export function FactsList({ items }: { items: [string, ReactNode][] }) {
  return (
    <List>
      {items.map(([name, value]) => (
        <Fragment key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </Fragment>
      ))}
    </List>
  );
}
