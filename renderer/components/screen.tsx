import { styled } from '@mui/material/styles';
import { useEffect, useRef, type ReactNode } from 'react';

const Column = styled('div')({
  display: 'flex',
  flexDirection: 'column',
  gap: 14,
  maxWidth: 1080,
  padding: '16px 18px 28px',
});

const Head = styled('header')({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  gap: '6px 12px',
  minHeight: 34,
  '& h1': { fontSize: '1.125rem', lineHeight: 1.3 },
  '& p': { color: 'var(--soft)', flexBasis: '100%', marginTop: -4 },
});

interface ScreenProps {
  title: string;
  /** One sentence on what the screen is for. */
  lead?: string;
  actions?: ReactNode;
  children: ReactNode;
}

/** The frame of a step. Its heading takes the focus when the step opens, so that a reader hears where it is. */
export function Screen({ title, lead, actions, children }: ScreenProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  return (
    <Column>
      <Head>
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        {actions === undefined ? null : (
          <div style={{ marginLeft: 'auto', display: 'flex', flexWrap: 'wrap', gap: 8 }}>{actions}</div>
        )}
        {lead === undefined ? null : <p>{lead}</p>}
      </Head>
      {children}
    </Column>
  );
}
