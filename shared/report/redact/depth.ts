/** Deeper than any document that is meant: what is made to have no end is not followed, for the stack has one. */
const deepest = 100;

/** Whether a document goes deeper than it is followed. */
export function isTooDeep(document: unknown): boolean {
  let level: unknown[] = [document];
  for (let depth = 0; depth < deepest; depth += 1) {
    level = level.flatMap((each) => (typeof each === 'object' && each !== null ? Object.values(each) : []));
    if (level.length === 0) return false;
  }
  return true;
}
