import type { WebContents } from 'electron';

const smallest = -3;
const largest = 4;

/** Ctrl with plus, minus and zero: without a menu nothing else would offer them. Half a level is 10 %. */
export function addZoomKeys(contents: WebContents): void {
  const zoom = (level: number) => contents.setZoomLevel(Math.min(largest, Math.max(smallest, level)));
  contents.on('before-input-event', (event, input) => {
    if (input.type !== 'keyDown' || !input.control || input.alt) return;
    if (input.key === '+' || input.key === '=') zoom(contents.getZoomLevel() + 0.5);
    else if (input.key === '-' || input.key === '_') zoom(contents.getZoomLevel() - 0.5);
    else if (input.key === '0') zoom(0);
    else return;
    event.preventDefault();
  });
}
