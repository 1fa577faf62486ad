import { styled } from '@mui/material/styles';
import { useId, type ReactNode } from 'react';

export type Tone = 'plain' | 'broken' | 'warn' | 'sound' | 'unknown' | 'accent';

const edges: Record<Tone, string> = {
  plain: 'var(--line)',
  broken: 'var(--broken)',
  warn: 'var(--warn)',
  sound: 'var(--sound)',
  unknown: 'var(--edge)',
  accent: 'var(--accent)',
};

const Box = styled('section')({
  position: 'relative',
  background: 'var(--card)',
  border: '1px solid var(--line)',
  borderRadius: 8,
  padding: '14px 16px',
  minWidth: 0,
});

/** A strip down the left side that carries the tone; the words beside it carry the meaning. */
const Edge = styled('span')({
  position: 'absolute',
  inset: '-1px auto -1px -1px',
  width: 4,
  borderRadius: '8px 0 0 8px',
});

const Head = styled('div')({
  display: 'flex',
  alignItems: 'flex-start',
  gap: 12,
  marginBottom: 10,
  '@media (max-width: 520px)': { flexWrap: 'wrap' },
});

const Words = styled('div')({
  flex: 1,
  minWidth: 0,
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'baseline',
  gap: '2px 10px',
});

const Aside = styled('span')({ color: 'var(--soft)', fontSize: '0.8125rem' });

interface CardProps {
  title: ReactNode;
  /** Beside the title, in a softer voice. */
  aside?: ReactNode;
  /** At the end of the title's line. */
  action?: ReactNode;
  tone?: Tone;
  children?: ReactNode;
}

/** One matter on a screen, named by its heading. */
export function Card({ title, aside, action, tone = 'plain', children }: CardProps) {
  const id = useId();
  return (
    <Box aria-labelledby={id}>
      {tone === 'plain' ? null : <Edge style={{ backgroundColor: edges[tone] }} />}
      <Head>
        <Words>
          <h2 id={id}>{title}</h2>
          {aside === undefined ? null : <Aside>{aside}</Aside>}
        </Words>
        {action}
      </Head>
      {children}
    </Box>
  );
}
