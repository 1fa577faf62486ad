import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { inRoot } from '../../paths.mjs';
import { ico } from './ico.mjs';

/** What stands in the directory of an .ico: each picture's size, and its bytes. */
function picturesOf(file: Buffer): { size: number; png: Buffer }[] {
  return Array.from({ length: file.readUInt16LE(4) }, (_, index) => {
    const entry = 6 + 16 * index;
    const [length, offset] = [file.readUInt32LE(entry + 8), file.readUInt32LE(entry + 12)];
    return { size: file.readUInt8(entry) || 256, png: file.subarray(offset, offset + length) };
  });
}

test('an .ico names each picture with its place', () => {
  const pictures = [16, 256].map((size) => ({ size, png: Buffer.from(`picture of ${size}`) }));
  expect(picturesOf(ico(pictures))).toEqual(pictures);
});

test('the icon of the product has the sizes that Windows asks for, each a PNG of that size', () => {
  const pictures = picturesOf(readFileSync(inRoot('build', 'package', 'icon', 'icon.ico')));
  expect(pictures.map(({ size }) => size)).toEqual([16, 24, 32, 48, 64, 128, 256]);
  for (const { size, png } of pictures) {
    expect(png.subarray(1, 4).toString()).toBe('PNG');
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([size, size]);
  }
});
