import { useEffect } from 'react';
import { focusHeadingOf } from '../stores/focus.ts';

/**
 * The focus never falls to nothing: when what had it goes away or is disabled, the heading of the nearest place that
 * it stood in takes it. A screen's own heading takes it when the screen opens.
 */
export function useFocusRule(): void {
  useEffect(() => {
    /** What has the focus and all that it stands in, from the inside out. */
    let trail: Element[] = [];
    let timer: ReturnType<typeof setTimeout> | undefined;
    const remember = ({ target }: FocusEvent) => {
      trail = [];
      for (let place = target as Element | null; place !== null; place = place.parentElement) trail.push(place);
    };
    // A press beside everything takes the focus away, as it should.
    const forget = () => (trail = []);
    const settle = () => {
      const active = document.activeElement;
      if (active !== null && active !== document.body && !active.matches(':disabled')) return;
      trail.find((place) => place.isConnected && !place.matches('nav') && focusHeadingOf(place));
    };
    const watch = new MutationObserver(() => {
      clearTimeout(timer);
      timer = setTimeout(settle, 0);
    });
    document.addEventListener('focusin', remember);
    document.addEventListener('pointerdown', forget, true);
    watch.observe(document.body, { childList: true, subtree: true, attributeFilter: ['disabled'] });
    return () => {
      clearTimeout(timer);
      watch.disconnect();
      document.removeEventListener('focusin', remember);
      document.removeEventListener('pointerdown', forget, true);
    };
  }, []);
}
