import { styled } from '@mui/material/styles';

/** Words for those who hear the page; whoever sees it has the picture. */
export const SaidOnly = styled('span')({
  position: 'absolute',
  width: 1,
  height: 1,
  overflow: 'hidden',
  clipPath: 'inset(50%)',
  whiteSpace: 'nowrap',
});
