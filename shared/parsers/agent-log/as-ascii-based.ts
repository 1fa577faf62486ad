type Utf16 = 'utf-16le' | 'utf-16be';

/** By the byte order mark, or by the NUL beside the first character of a log. */
function utf16Of([first, second]: Uint8Array): Utf16 | null {
  if ((first === 0xff && second === 0xfe) || (first !== 0 && second === 0)) return 'utf-16le';
  if ((first === 0xfe && second === 0xff) || (first === 0 && second !== 0)) return 'utf-16be';
  return null;
}

/** Gives the chunks of a text on as bytes in which ASCII is ASCII: UTF-16 as UTF-8, all others as they are. */
export function asAsciiBased(pass: (chunk: Uint8Array) => void): { write(chunk: Uint8Array): void; end(): void } {
  let decoder: TextDecoder | null | undefined;
  let head = new Uint8Array();
  const give = (text: string): void => {
    if (text !== '') pass(new TextEncoder().encode(text));
  };
  return {
    write(chunk) {
      if (decoder === null) return pass(chunk);
      if (decoder !== undefined) return give(decoder.decode(chunk, { stream: true }));
      const begun = Uint8Array.from([...head, ...chunk.subarray(0, 2)]);
      const rest = chunk.subarray(begun.length - head.length);
      head = begun;
      if (begun.length < 2) return;
      const encoding = utf16Of(begun);
      decoder = encoding === null ? null : new TextDecoder(encoding);
      for (const part of [begun, rest]) this.write(part);
    },
    end() {
      if (decoder === undefined) pass(head);
      else if (decoder !== null) give(decoder.decode());
    },
  };
}
