/** Finds texts in bytes, whatever the case of their ASCII letters. */
export interface NeedleSearch {
  longest: number;
  /** Calls `onHit` with the index of a needle and where it begins, for those that begin in `[from, before)`, in order. */
  search(bytes: Uint8Array, from: number, before: number, onHit: (needle: number, at: number) => void): void;
}

const blockLength = 3;

/** Five bits of three bytes: equal for both cases of a letter, as ASCII's cases differ in the sixth bit alone. */
const hash = (first: number, second: number, third: number): number =>
  ((first & 31) << 10) | ((second & 31) << 5) | (third & 31);

const lower = (byte: number): number => (byte >= 0x41 && byte <= 0x5a ? byte | 0x20 : byte);

/**
 * Wu and Manber's search: what the last three bytes of a window are tells how
 * far the window can jump, so most bytes are never looked at and the number of
 * needles hardly matters. Only letters of ASCII are folded.
 *
 * @param needles ASCII, each at least three characters
 */
export function createNeedleSearch(needles: readonly string[]): NeedleSearch {
  const folded = needles.map((needle) => Uint8Array.from(needle, (char) => lower(char.charCodeAt(0))));
  const window = Math.min(...folded.map((needle) => needle.length));
  const jumps = new Uint8Array(1 << 15).fill(Math.min(255, window - blockLength + 1));
  const candidates = new Map<number, number[]>();
  for (const [index, needle] of folded.entries()) {
    for (let end = blockLength - 1; end < window; end += 1) {
      const block = hash(needle[end - 2]!, needle[end - 1]!, needle[end]!);
      jumps[block] = Math.min(jumps[block]!, window - 1 - end);
      if (end === window - 1) candidates.set(block, [...(candidates.get(block) ?? []), index]);
    }
  }

  const isAt = (bytes: Uint8Array, at: number, needle: Uint8Array): boolean => {
    if (at + needle.length > bytes.length) return false;
    for (let index = 0; index < needle.length; index += 1) {
      if (lower(bytes[at + index]!) !== needle[index]) return false;
    }
    return true;
  };

  return {
    longest: Math.max(...folded.map((needle) => needle.length)),
    search(bytes, from, before, onHit) {
      const end = Math.min(bytes.length, before + window - 1);
      let last = from + window - 1;
      while (last < end) {
        const block = hash(bytes[last - 2]!, bytes[last - 1]!, bytes[last]!);
        const jump = jumps[block]!;
        if (jump > 0) {
          last += jump;
          continue;
        }
        const at = last - window + 1;
        for (const index of candidates.get(block) ?? []) if (isAt(bytes, at, folded[index]!)) onHit(index, at);
        last += 1;
      }
    },
  };
}
