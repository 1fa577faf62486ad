/** Of a file that was not read. */
export const noContent: AsyncIterable<Uint8Array> = {
  async *[Symbol.asyncIterator]() {
    // There is nothing in it.
  },
};

/** A content that is known to be small, in one piece. */
export async function readWhole(content: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of content) chunks.push(chunk);
  return Buffer.concat(chunks);
}
