import { styled } from '@mui/material/styles';

/** Out of sight, and still read aloud. */
export const saidOnly = {
  position: 'absolute',
  width: 1,
  height: 1,
  overflow: 'hidden',
  clipPath: 'inset(50%)',
  whiteSpace: 'nowrap',
} as const;

/** Words for those who hear the page; whoever sees it has the picture. */
export const SaidOnly = styled('span')(saidOnly);
