const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** A value in quotes, as an attribute wants it. */
export const quoted = (value: string | number): string =>
  `"${String(value).replace(/[&<>"]/gu, (character) => entities[character] ?? character)}"`;
