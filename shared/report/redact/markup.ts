/** As far back as a tag is looked for; with more attributes none is read. */
const longestTag = 2000;
const longestIndent = 200;
const inTag = /<[\p{L}_][\p{L}\p{N}_:.-]*(?:\s[^<>]*)?\s$/u;
const attributeEnd = /\s*=\s*\\?["']/uy;
const elementEnd = /\s*\/?>|\s[^<>]{0,200}=/uy;

/** Whether what stands there is the name of an element or of an attribute in XML, which says what a value is and is none. */
export function isMarkup(text: string, at: number, end: number): boolean {
  const before = text.charAt(at - 1);
  if (before === '/') return text.charAt(at - 2) === '<' && text.charAt(end) === '>';
  if (before === '<') {
    if (!matches(elementEnd, text, end)) return false;
    // Within a sentence `<name>` is how some write a name.
    return text.charAt(end) !== '>' || /(?:^|[\n>])\s*$/u.test(text.slice(Math.max(0, at - longestIndent), at - 1));
  }
  return (
    /\s/u.test(before) && matches(attributeEnd, text, end) && inTag.test(text.slice(Math.max(0, at - longestTag), at))
  );
}

function matches(pattern: RegExp, text: string, at: number): boolean {
  pattern.lastIndex = at;
  return pattern.test(text);
}
