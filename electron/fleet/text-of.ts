/** A document as text. Windows PowerShell's `>` writes UTF-16; Node's decoder takes either byte order mark away. */
export function textOf(bytes: Uint8Array): string {
  const [first, second] = bytes;
  const encoding = first === 0xff && second === 0xfe ? 'utf-16le' : 'utf-8';
  return new TextDecoder(encoding).decode(bytes);
}
