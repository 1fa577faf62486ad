import inter from '@fontsource-variable/inter/files/inter-latin-wght-normal.woff2?url';
import GlobalStyles from '@mui/material/GlobalStyles';
import { fontFamily } from './theme.ts';
import { dark, light, properties } from './tokens.ts';

/** Where Windows speaks up for high contrast its own colours count; soft grounds go, edges stay. */
const forced = {
  ground: 'Canvas',
  card: 'Canvas',
  sunken: 'Canvas',
  line: 'CanvasText',
  edge: 'CanvasText',
  ink: 'CanvasText',
  soft: 'CanvasText',
  accent: 'LinkText',
  onAccent: 'Canvas',
  accentSoft: 'Canvas',
  sound: 'CanvasText',
  soundSoft: 'Canvas',
  broken: 'CanvasText',
  brokenSoft: 'Canvas',
  warn: 'CanvasText',
  warnSoft: 'Canvas',
  mark: 'Mark',
  onMark: 'MarkText',
};

/** Colours, type and focus for the whole page. */
export function GlobalLook() {
  return (
    <GlobalStyles
      styles={[
        {
          '@font-face': {
            fontFamily: 'Inter Variable',
            fontWeight: '100 900',
            fontDisplay: 'block',
            src: `url(${inter}) format('woff2')`,
          },
        },
        { ':root': { ...properties(light), colorScheme: 'light' } },
        { '@media (prefers-color-scheme: dark)': { ':root': { ...properties(dark), colorScheme: 'dark' } } },
        { '@media (forced-colors: active)': { ':root': properties(forced) } },
        {
          '*, *::before, *::after': { boxSizing: 'border-box' },
          'html, body, #root': { height: '100%', margin: 0 },
          body: {
            fontFamily,
            fontSize: '0.875rem',
            lineHeight: 1.45,
            color: 'var(--ink)',
            background: 'var(--ground)',
            overflow: 'hidden',
            WebkitFontSmoothing: 'antialiased',
          },
          '*': { scrollbarWidth: 'thin', scrollbarColor: 'var(--edge) transparent' },
          'h1, h2, h3, p, ul, ol, dl, dd, pre, figure': { margin: 0, padding: 0 },
          'h1, h2, h3': { fontWeight: 600, fontSize: 'inherit' },
          'ul, ol': { listStyle: 'none' },
          'button, input': { font: 'inherit', color: 'inherit' },
          ':focus-visible': { outline: '2px solid var(--accent)', outlineOffset: 2 },
          '[tabindex="-1"]:focus-visible': { outline: 'none' },
          '::selection': { background: 'var(--accent)', color: 'var(--onAccent)' },
        },
        {
          '@media print': {
            ':root': { ...properties(light), colorScheme: 'light' },
            'html, body, #root': { height: 'auto' },
            body: { overflow: 'visible', background: 'none' },
            'section, li, svg': { breakInside: 'avoid' },
          },
        },
        {
          '@media (prefers-reduced-motion: reduce)': {
            '*, *::before, *::after': { animation: 'none !important', transition: 'none !important' },
          },
        },
      ]}
    />
  );
}
