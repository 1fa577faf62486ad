import { useSyncExternalStore } from 'react';

function subscribe(changed: () => void): () => void {
  window.addEventListener('beforeprint', changed);
  window.addEventListener('afterprint', changed);
  return () => {
    window.removeEventListener('beforeprint', changed);
    window.removeEventListener('afterprint', changed);
  };
}

const printing = window.matchMedia('print');

/** Whether the page is being laid out for paper, where nothing can be unfolded. */
export const usePrinting = (): boolean => useSyncExternalStore(subscribe, () => printing.matches);
