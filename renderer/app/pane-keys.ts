import { useEffect } from 'react';

/** F6 goes round the panes, as in Windows' own consoles; with Shift the other way. */
export function usePaneKeys(): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'F6') return;
      event.preventDefault();
      const panes = [...document.querySelectorAll<HTMLElement>('[data-pane], #work')];
      const here = panes.findIndex((pane) => pane.contains(document.activeElement));
      const next = panes[(here + (event.shiftKey ? panes.length - 1 : 1)) % panes.length];
      (next?.querySelector<HTMLElement>('button:not([disabled]), [tabindex="0"], input') ?? next)?.focus();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
}
