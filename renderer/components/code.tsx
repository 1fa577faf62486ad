import { styled } from '@mui/material/styles';
import { monoFamily } from '../app/theme.ts';

/** A command, an endpoint or a thumbprint inside a sentence. */
export const Code = styled('code')({ fontFamily: monoFamily, fontSize: '0.92em', overflowWrap: 'anywhere' });

/** A whole command or a tool's output, in its own box that scrolls by keyboard too. */
export const CodeBlock = styled('pre')({
  fontFamily: monoFamily,
  fontSize: '0.75rem',
  lineHeight: 1.55,
  padding: '8px 10px',
  background: 'var(--sunken)',
  border: '1px solid var(--line)',
  borderRadius: 6,
  overflow: 'auto',
  whiteSpace: 'pre',
});
