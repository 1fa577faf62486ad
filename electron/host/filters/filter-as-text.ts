/** Changes a text that comes in pieces; both methods give what can be passed on. */
export interface TextFilter {
  push(text: string): string;
  end(): string;
}

type Layout = 'latin1' | 'utf16le' | 'utf16be';

/**
 * Runs a text filter over bytes. What the filter leaves alone comes out byte for
 * byte, in whatever encoding: one byte is read as one character where ASCII is
 * ASCII (UTF-8, every code page), two where the file is UTF-16.
 */
export async function* filterAsText(
  content: AsyncIterable<Uint8Array>,
  filter: TextFilter,
): AsyncGenerator<Uint8Array> {
  let layout: Layout | null = null;
  let rest = Buffer.alloc(0);
  for await (const chunk of content) {
    const bytes = Buffer.concat([rest, chunk]);
    if (bytes.length < 2) {
      rest = bytes;
      continue;
    }
    layout ??= layoutOf(bytes);
    const whole = layout === 'latin1' ? bytes.length : bytes.length & ~1;
    rest = bytes.subarray(whole);
    const passed = toBytes(filter.push(toText(bytes.subarray(0, whole), layout)), layout);
    if (passed.length > 0) yield passed;
  }
  // Less than two bytes in all, or the odd last byte of UTF-16.
  const odd = layout === null ? filter.push(rest.toString('latin1')) : '';
  const last = toBytes(odd + filter.end(), layout ?? 'latin1');
  yield layout === null ? last : Buffer.concat([last, rest]);
}

/** By the byte order mark, or by the NUL beside the first character of XML. */
function layoutOf(bytes: Uint8Array): Layout {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || second === 0) return 'utf16le';
  if ((first === 0xfe && second === 0xff) || first === 0) return 'utf16be';
  return 'latin1';
}

function toText(bytes: Buffer, layout: Layout): string {
  return layout === 'utf16be' ? Buffer.from(bytes).swap16().toString('utf16le') : bytes.toString(layout);
}

function toBytes(text: string, layout: Layout): Buffer {
  return layout === 'utf16be' ? Buffer.from(text, 'utf16le').swap16() : Buffer.from(text, layout);
}
