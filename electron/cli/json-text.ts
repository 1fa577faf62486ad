/** What a terminal would obey, or would not show; inside a string of JSON it can be told by its number. */
const unseen = /(?!\n)[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/gu;

/** A document as JSON that says the same and holds no control character, whatever its strings hold. */
export const jsonText = (document: unknown): string =>
  `${JSON.stringify(document, null, 2).replace(unseen, (found) =>
    Array.from({ length: found.length }, (_, index) => code(found.charCodeAt(index))).join(''),
  )}\n`;

const code = (unit: number): string => `\\u${unit.toString(16).padStart(4, '0')}`;
