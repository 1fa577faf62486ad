import { styled } from '@mui/material/styles';

/** A table of three columns: what is compared, what it was, what it is. */
export const SideBySide = styled('table')({
  width: '100%',
  borderCollapse: 'collapse',
  tableLayout: 'fixed',
  fontSize: '0.8125rem',
  '& th, & td': { textAlign: 'left', verticalAlign: 'top', padding: '7px 12px 7px 0', overflowWrap: 'anywhere' },
  '& tbody tr': { borderTop: '1px solid var(--line)' },
  '& th': { fontWeight: 600 },
  '& thead th': { color: 'var(--soft)', fontWeight: 400, paddingTop: 0 },
  '& th:first-of-type': { width: '22%' },
  '& th code': { fontWeight: 400 },
  '& td p': { marginTop: 4 },
  '& small': { color: 'var(--soft)', fontSize: '0.75rem', fontWeight: 400, display: 'block' },
  '@media (max-width: 899px)': { '& th:first-of-type': { width: '30%' } },
  '@media (max-width: 599px)': { '& th, & td': { paddingRight: 8 }, '& th:first-of-type': { width: '34%' } },
});

export const WithSign = styled('span')({
  display: 'flex',
  gap: 8,
  alignItems: 'flex-start',
  '& > svg': { marginTop: 2 },
});
