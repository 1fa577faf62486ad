import { styled } from '@mui/material/styles';
import type { ReactNode } from 'react';
import { Icon, type IconName } from './icons.tsx';

const looks = {
  broken: { icon: 'broken', ink: 'var(--broken)', ground: 'var(--brokenSoft)' },
  warn: { icon: 'warn', ink: 'var(--warn)', ground: 'var(--warnSoft)' },
  info: { icon: 'info', ink: 'var(--accent)', ground: 'var(--accentSoft)' },
  sound: { icon: 'sound', ink: 'var(--sound)', ground: 'var(--soundSoft)' },
} satisfies Record<string, { icon: IconName; ink: string; ground: string }>;

const Box = styled('div')({
  display: 'flex',
  gap: 10,
  alignItems: 'flex-start',
  padding: '9px 12px',
  borderRadius: 6,
  border: '1px solid transparent',
  fontSize: '0.8438rem',
  '& > svg': { marginTop: 2 },
  '@media (forced-colors: active)': { borderColor: 'CanvasText' },
});

interface NoticeProps {
  tone: keyof typeof looks;
  action?: ReactNode;
  /** Spoken at once, for what a person must not miss. */
  urgent?: boolean;
  children: ReactNode;
}

/** Something that has to be said beside the work. */
export function Notice({ tone, action, urgent = false, children }: NoticeProps) {
  const { icon, ink, ground } = looks[tone];
  return (
    <Box style={{ background: ground }} {...(urgent ? { role: 'alert' } : {})}>
      <span style={{ color: ink, marginTop: 2 }}>
        <Icon name={icon} />
      </span>
      <div style={{ flex: 1, minWidth: 0 }}>{children}</div>
      {action}
    </Box>
  );
}
