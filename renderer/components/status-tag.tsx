import { styled } from '@mui/material/styles';
import type { FindingStatus } from '../../shared/model/finding.ts';
import { statusWords } from '../text/findings.ts';
import { Icon, type IconName } from './icons.tsx';

const looks: Record<FindingStatus, { icon: IconName; ink: string; ground: string }> = {
  pass: { icon: 'sound', ink: 'var(--sound)', ground: 'var(--soundSoft)' },
  info: { icon: 'info', ink: 'var(--soft)', ground: 'var(--sunken)' },
  warn: { icon: 'warn', ink: 'var(--warn)', ground: 'var(--warnSoft)' },
  fail: { icon: 'broken', ink: 'var(--broken)', ground: 'var(--brokenSoft)' },
  notRun: { icon: 'unknown', ink: 'var(--soft)', ground: 'var(--sunken)' },
};

const Box = styled('span')({
  display: 'inline-flex',
  alignItems: 'center',
  gap: 5,
  padding: '1px 7px 1px 5px',
  borderRadius: 4,
  border: '1px solid transparent',
  fontSize: '0.75rem',
  fontWeight: 600,
  lineHeight: 1.5,
  whiteSpace: 'nowrap',
  '@media (forced-colors: active)': { borderColor: 'CanvasText' },
});

interface StatusTagProps {
  status: FindingStatus;
  /** Where it is not a finding's. */
  words?: string;
}

/** A finding's status: its own shape, its word, its colour. */
export function StatusTag({ status, words = statusWords[status] }: StatusTagProps) {
  const { icon, ink, ground } = looks[status];
  return (
    <Box style={{ color: ink, backgroundColor: ground }}>
      <Icon name={icon} size={13} />
      {words}
    </Box>
  );
}
