/** What a reader looks for in a tool's output: the thumbprints and endpoints that a finding's own words name. */
export function termsOf(words: string): string[] {
  const thumbprints = words.match(/\b[0-9A-F]{40}(?:[0-9A-F]{24})?\b/gu) ?? [];
  const endpoints = words.match(/(?:\b\d{1,3}(?:\.\d{1,3}){3}|\[[0-9a-f:]+\]):\d{1,5}\b/giu) ?? [];
  return [...new Set([...thumbprints, ...endpoints])];
}

/** A text in pieces; `found` marks those that are one of the terms, in any case. */
export function split(text: string, terms: readonly string[]): { text: string; found: boolean }[] {
  if (terms.length === 0) return [{ text, found: false }];
  const any = new RegExp(`(${terms.map((term) => term.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&')).join('|')})`, 'giu');
  return text.split(any).flatMap((piece, index) => (piece === '' ? [] : [{ text: piece, found: index % 2 === 1 }]));
}
