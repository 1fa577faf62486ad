import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hexDump } from './hex-dump.ts';

describe('hexDump', () => {
  it('shows offset, values and letters', () => {
    expect(hexDump(new TextEncoder().encode('netsh\r\n'))).toBe(
      `00000000  6e 65 74 73 68 0d 0a${' '.repeat(27)}  netsh..`,
    );
  });

  it('holds every byte', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        const shown = hexDump(bytes)
          .split('\n')
          .flatMap((line) => line.slice(10, 57).match(/[0-9a-f]{2}/gu) ?? []);
        expect(shown.map((value) => parseInt(value, 16))).toEqual([...bytes]);
      }),
    );
  });
});
