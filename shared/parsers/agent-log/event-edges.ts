/** `<event` and a blank, and `</event>`, in bytes. */
const opening = Uint8Array.from('<event', (char) => char.charCodeAt(0));
const closing = Uint8Array.from('</event>', (char) => char.charCodeAt(0));
const lessThan = 0x3c;

function isAt(bytes: Uint8Array, at: number, tag: Uint8Array): boolean {
  for (let index = 0; index < tag.length; index += 1) if (bytes[at + index] !== tag[index]) return false;
  return true;
}

const opensAt = (bytes: Uint8Array, at: number): boolean =>
  bytes[at] === lessThan && isAt(bytes, at, opening) && bytes[at + opening.length]! <= 0x20;

/**
 * Where the event begins that is the `count`-th one at or before `at`; where
 * there are fewer from `floor` on, the first of them, or `floor` when there is none.
 */
export function eventStart(bytes: Uint8Array, at: number, count: number, floor: number): number {
  let left = count;
  let start = floor;
  for (let here = Math.min(at, bytes.length - 1); here >= floor && left > 0; here -= 1) {
    if (!opensAt(bytes, here)) continue;
    start = here;
    left -= 1;
  }
  return start;
}

/** Where the event ends that is the `count`-th to end after `at`; `ceiling` when fewer do before it. */
export function eventEnd(bytes: Uint8Array, at: number, count: number, ceiling: number): number {
  let left = count;
  for (let here = at; here < ceiling; here += 1) {
    if (bytes[here] !== lessThan || !isAt(bytes, here, closing)) continue;
    left -= 1;
    if (left === 0) return Math.min(ceiling, here + closing.length);
  }
  return ceiling;
}

/** Where the first event begins before `ceiling`, or null. */
export function firstEvent(bytes: Uint8Array, ceiling: number): number | null {
  for (let here = 0; here < ceiling; here += 1) if (opensAt(bytes, here)) return here;
  return null;
}
