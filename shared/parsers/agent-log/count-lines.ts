const lineFeeds = 0x0a0a0a0a;
const low7 = 0x7f7f7f7f;
/** A lane of one byte counts to 255. */
const roundsPerFold = 255;

const sumOfLanes = (lanes: number): number =>
  (lanes & 255) + ((lanes >>> 8) & 255) + ((lanes >>> 16) & 255) + (lanes >>> 24);

/** The lanes of at most 255 words: how many line feeds stand in each of the four places. */
function countLanes(words: Int32Array, from: number, to: number): number {
  let lanes = 0;
  for (let index = from; index < to; index += 1) {
    const difference = words[index]! ^ lineFeeds;
    // The high bit of each byte that is zero, and so was a line feed.
    const zeros = ~(((difference & low7) + low7) | 0 | difference | low7);
    lanes = (lanes + ((zeros >>> 7) & 0x01010101)) | 0;
  }
  return sumOfLanes(lanes);
}

function countBytes(bytes: Uint8Array, from: number, to: number): number {
  let count = 0;
  for (let at = from; at < to; at += 1) if (bytes[at] === 0x0a) count += 1;
  return count;
}

/** How many line feeds are in `[from, to)`; four bytes at a time, since whole logs are counted. */
export function countLineFeeds(bytes: Uint8Array, from: number, to: number): number {
  const aligned = from + ((4 - ((bytes.byteOffset + from) % 4)) % 4);
  if (aligned >= to) return countBytes(bytes, from, to);
  const words = new Int32Array(bytes.buffer, bytes.byteOffset + aligned, (to - aligned) >> 2);
  let count = countBytes(bytes, from, aligned);
  for (let at = 0; at < words.length; at += roundsPerFold) {
    count += countLanes(words, at, Math.min(words.length, at + roundsPerFold));
  }
  return count + countBytes(bytes, aligned + words.length * 4, to);
}
