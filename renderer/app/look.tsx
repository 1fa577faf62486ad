import createCache from '@emotion/cache';
import { CacheProvider } from '@emotion/react';
import { ThemeProvider } from '@mui/material/styles';
import type { ReactNode } from 'react';
import { GlobalLook } from './global-look.tsx';
import { theme } from './theme.ts';

/** The nonce of this load: the only styles that the content security policy lets a script write. */
const nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? '';
const cache = createCache({ key: 'psd', nonce, prepend: true });

export function Look({ children }: { children: ReactNode }) {
  return (
    <CacheProvider value={cache}>
      <ThemeProvider theme={theme}>
        <GlobalLook />
        {children}
      </ThemeProvider>
    </CacheProvider>
  );
}
