import { styled } from '@mui/material/styles';
import type { ReactNode } from 'react';
import { Icon, type IconName } from './icons.tsx';

const looks = {
  plain: { ink: 'var(--soft)', ground: 'transparent', edge: 'var(--line)' },
  accent: { ink: 'var(--accent)', ground: 'var(--accentSoft)', edge: 'transparent' },
  sound: { ink: 'var(--sound)', ground: 'var(--soundSoft)', edge: 'transparent' },
  warn: { ink: 'var(--warn)', ground: 'var(--warnSoft)', edge: 'transparent' },
};

const Box = styled('span')({
  display: 'inline-flex',
  alignItems: 'center',
  gap: 5,
  padding: '1px 8px',
  borderRadius: 4,
  border: '1px solid',
  fontSize: '0.75rem',
  lineHeight: 1.6,
  maxWidth: '100%',
  overflowWrap: 'anywhere',
  '@media (forced-colors: active)': { borderColor: 'CanvasText' },
});

/** One line that ends in dots where its place ends. */
const Cut = styled('span')({ overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' });

interface TagProps {
  tone?: keyof typeof looks;
  icon?: IconName;
  /** Told in full here where the tag may be cut. */
  whole?: string;
  children: ReactNode;
}

/** A short fact in a frame of its own. With `whole` it takes no more room than there is. */
export function Tag({ tone = 'plain', icon, whole, children }: TagProps) {
  const { ink, ground, edge } = looks[tone];
  return (
    <Box
      style={{ color: ink, background: ground, borderColor: edge }}
      {...(whole === undefined ? {} : { title: whole, className: 'shrinks' })}
    >
      {icon === undefined ? null : <Icon name={icon} size={13} />}
      {whole === undefined ? <span>{children}</span> : <Cut>{children}</Cut>}
    </Box>
  );
}
