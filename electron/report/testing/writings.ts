/** The characters of base64 that nothing but the value decides, where it begins at that byte of a group of three. */
function base64At(bytes: Buffer, offset: number): string {
  const written = Buffer.concat([Buffer.alloc(offset), bytes])
    .toString('base64')
    .replace(/=+$/u, '');
  const first = Math.ceil((offset * 8) / 6);
  const last = Math.floor(((offset + bytes.length) * 8) / 6);
  return written.slice(first, last);
}

/** Each way in which tools write a value into other text; base64 and hex as they are, all else in lower case. */
function writingsOf(value: string): { exact: string[]; anyCase: string[] } {
  const spelled = [value, value.toLowerCase(), value.toUpperCase()];
  const bytes = spelled.flatMap((text) => [Buffer.from(text, 'utf8'), Buffer.from(text, 'utf16le')]);
  const base64 = bytes.flatMap((each) => [0, 1, 2].map((offset) => base64At(each, offset)));
  const percent = spelled.map((text) => Buffer.from(text).toString('hex').replace(/../gu, '%$&'));
  return {
    exact: [...base64, ...base64.map((text) => text.replaceAll('+', '-').replaceAll('/', '_'))],
    anyCase: [value, encodeURIComponent(value), ...percent, ...bytes.map((each) => each.toString('hex'))].map((text) =>
      text.toLowerCase(),
    ),
  };
}

/** Which of the values are in a content in any case and writing. */
export function leaksIn(content: Buffer, values: readonly string[]): string[] {
  const texts = [content.toString('utf8'), content.toString('utf16le'), content.subarray(1).toString('utf16le')];
  const unescaped = texts[0]!.replace(/\\u([\da-f]{4})|&#(\d+);/giu, (_, hex?: string, decimal = '') =>
    String.fromCodePoint(hex === undefined ? Number(decimal) : parseInt(hex, 16)),
  );
  const lower = [...texts, unescaped].map((text) => text.toLowerCase());
  return values.filter((value) => {
    const { exact, anyCase } = writingsOf(value);
    return (
      exact.some((text) => texts[0]!.includes(text)) ||
      anyCase.some((text) => lower.some((each) => each.includes(text)))
    );
  });
}
