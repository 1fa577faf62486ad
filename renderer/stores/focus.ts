/** Gives the first heading of a place the focus, so that a reader hears where it is and Tab goes on from there. */
export function focusHeadingOf(place: Element): boolean {
  const heading = place.querySelector<HTMLElement>('h1, h2, h3');
  if (heading === null) return false;
  heading.tabIndex = -1;
  heading.focus({ preventScroll: true });
  return true;
}
