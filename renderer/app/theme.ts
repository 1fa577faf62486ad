import { createTheme } from '@mui/material/styles';
import { dark, light } from './tokens.ts';

const palette = (tokens: typeof light) => ({
  primary: { main: tokens.accent, contrastText: tokens.onAccent },
  error: { main: tokens.broken },
  warning: { main: tokens.warn },
  success: { main: tokens.sound },
  background: { default: tokens.ground, paper: tokens.card },
  text: { primary: tokens.ink, secondary: tokens.soft },
  divider: tokens.line,
});

export const fontFamily = '"Segoe UI Variable Text", "Segoe UI", "Inter Variable", system-ui, sans-serif';
export const monoFamily = '"Cascadia Mono", Consolas, "DejaVu Sans Mono", monospace';

/** MUI in the product's own look: flat, dense, no ripples, no capitals, square enough for a server console. */
export const theme = createTheme({
  cssVariables: { colorSchemeSelector: 'media' },
  colorSchemes: { light: { palette: palette(light) }, dark: { palette: palette(dark) } },
  shape: { borderRadius: 5 },
  typography: { fontFamily, fontSize: 14, button: { textTransform: 'none', fontWeight: 600 } },
  components: {
    MuiButtonBase: {
      defaultProps: { disableRipple: true },
      styleOverrides: { root: { '&.Mui-focusVisible': { outline: '2px solid var(--accent)', outlineOffset: 2 } } },
    },
    MuiButton: {
      defaultProps: { disableElevation: true, size: 'small' },
      styleOverrides: {
        root: {
          fontSize: '0.8438rem',
          lineHeight: 1.4,
          padding: '5px 12px',
          minWidth: 0,
          minHeight: 32,
          whiteSpace: 'nowrap',
          transition: 'none',
        },
        // Where Windows chooses the colours the edge is all that shows a button.
        contained: {
          border: '1px solid transparent',
          padding: '4px 11px',
          '@media (forced-colors: active)': { color: 'ButtonText', borderColor: 'ButtonText' },
        },
        outlined: { borderColor: 'var(--edge)' },
      },
    },
    MuiCheckbox: { defaultProps: { size: 'small' }, styleOverrides: { root: { padding: 6 } } },
    MuiInputBase: {
      styleOverrides: { root: { fontSize: '0.8438rem' }, input: { padding: '6px 10px', height: 'auto' } },
    },
    MuiOutlinedInput: {
      styleOverrides: { notchedOutline: { borderColor: 'var(--edge)' }, input: { padding: '6px 10px' } },
    },
    MuiLinearProgress: { styleOverrides: { root: { height: 3, borderRadius: 2, backgroundColor: 'var(--line)' } } },
    MuiDrawer: { styleOverrides: { paper: { backgroundImage: 'none', boxShadow: 'none' } } },
  },
});
