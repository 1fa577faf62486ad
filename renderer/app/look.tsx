import createCache from '@emotion/cache';
import { CacheProvider } from '@emotion/react';
import { ThemeProvider } from '@mui/material/styles';
import type { ReactNode } from 'react';
import { GlobalLook } from './global-look.tsx';
import { theme } from './theme.ts';

/** The nonce of this load: the only styles that the content security policy lets a script write. */
const nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? '';
// This Chromium needs no prefixes.
const cache = createCache({ key: 'psd', nonce, prepend: true, stylisPlugins: [] });

export function Look({ children }: { children: ReactNode }) {
  return (
    <CacheProvider value={cache}>
      {/* Light or dark is the system's word: nothing is kept, and the page's store is not opened for it. */}
      <ThemeProvider theme={theme} storageManager={null}>
        <GlobalLook />
        {children}
      </ThemeProvider>
    </CacheProvider>
  );
}
