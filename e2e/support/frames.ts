import type { Page } from '@playwright/test';

/** Of 1.5 times a bare list's frames nobody sees a difference. */
export const allowedFrames = 1.5;

/** Scrolls an element down for some frames; the 95th percentile of the milliseconds between two frames. */
export async function frameTime(page: Page, selector: string): Promise<number> {
  return page.evaluate(async (where) => {
    const list = document.querySelector(where)!;
    const times: number[] = [];
    let last = performance.now();
    for (let frame = 0; frame < 120; frame += 1) {
      list.scrollTop += 90;
      await new Promise(requestAnimationFrame);
      const now = performance.now();
      times.push(now - last);
      last = now;
    }
    return times.sort((a, b) => a - b)[Math.floor(times.length * 0.95)]!;
  }, selector);
}

/** The least that a list of 10,000 can be, `#bare`: rows of text, of which only those in sight are there. */
export async function addBareList(page: Page): Promise<void> {
  await page.evaluate(() => {
    const list = document.createElement('div');
    const inner = document.createElement('div');
    list.id = 'bare';
    Object.assign(list.style, { height: '280px', overflow: 'auto', position: 'relative' });
    Object.assign(inner.style, { height: `${10_000 * 30}px`, position: 'relative' });
    list.append(inner);
    list.addEventListener('scroll', () => {
      const first = Math.floor(list.scrollTop / 30);
      inner.replaceChildren(
        ...Array.from({ length: 18 }, (_, index) => {
          const row = document.createElement('div');
          row.textContent = `row ${first + index}, 0.0.0.0:${first + index}, probably IIS, no IIS binding`;
          Object.assign(row.style, { position: 'absolute', top: `${(first + index) * 30}px`, height: '30px' });
          return row;
        }),
      );
    });
    document.querySelector('#work')!.prepend(list);
  });
}
