/** Bytes of ICONDIR and of one ICONDIRENTRY (MS: "Icons", win32 resources). */
const headBytes = 6;
const entryBytes = 16;

/**
 * An .ico of PNG pictures, which Windows has read since Vista.
 * @param {{ size: number, png: Buffer }[]} pictures square, at most 256 pixels
 * @returns {Buffer}
 */
export function ico(pictures) {
  const head = Buffer.alloc(headBytes + entryBytes * pictures.length);
  head.writeUInt16LE(1, 2);
  head.writeUInt16LE(pictures.length, 4);
  let offset = head.length;
  for (const [index, { size, png }] of pictures.entries()) {
    const entry = headBytes + entryBytes * index;
    // 256 does not fit into a byte, and is written as 0.
    head.writeUInt8(size % 256, entry);
    head.writeUInt8(size % 256, entry + 1);
    head.writeUInt16LE(1, entry + 4);
    head.writeUInt16LE(32, entry + 6);
    head.writeUInt32LE(png.length, entry + 8);
    head.writeUInt32LE(offset, entry + 12);
    offset += png.length;
  }
  return Buffer.concat([head, ...pictures.map(({ png }) => png)]);
}
