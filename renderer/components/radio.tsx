import { styled } from '@mui/material/styles';

/** The browser's own: its keys, its focus and its high contrast are the system's. */
export const Radio = styled('input')({
  width: 16,
  height: 16,
  margin: '8px 6px 8px 8px',
  flex: 'none',
  accentColor: 'var(--accent)',
  cursor: 'inherit',
});
