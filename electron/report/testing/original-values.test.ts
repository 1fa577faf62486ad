import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { originalsIn } from './original-values.ts';

const value = 'PS07.corp.example';
const listed = (bytes: Buffer) =>
  [...bytes.toString('hex').matchAll(/../gu)].join(',').replace(/(.{24})/gu, '$1\\\r\n  ');

/** The search that says "none" must find each of these. */
describe('originalsIn', () => {
  it.each([
    ['text', Buffer.from(`to ${value}.`)],
    ['capital letters', Buffer.from(value.toUpperCase())],
    ['UTF-16LE', iconv.encode(value, 'utf-16le')],
    ['UTF-16BE', iconv.encode(value, 'utf-16be')],
    ['UTF-16 behind an odd number of bytes', Buffer.concat([Buffer.from([7]), iconv.encode(value, 'utf-16le')])],
    ['a DER, between a length and a tag that are letters', Buffer.from(`\u0013A${value}0\u0011`, 'latin1')],
    ['base64', Buffer.from(`{"x":"${Buffer.from(`--${value}--`).toString('base64')}"}`)],
    ['base64 of UTF-16', Buffer.from(iconv.encode(`a ${value}`, 'utf-16le').toString('base64'))],
    [
      'base64 in lines',
      Buffer.from(
        Buffer.from('-'.repeat(40) + value.repeat(2))
          .toString('base64')
          .replace(/(.{64})/gu, '$1\n'),
      ),
    ],
    ['hex digits', Buffer.from(`REG_BINARY    ${Buffer.from(value).toString('hex').toUpperCase()}`)],
    ['a list of hex digits over lines', Buffer.from(`"x"=hex:${listed(iconv.encode(value, 'utf-16le'))}`)],
    ['JSON with escapes', Buffer.from(String.raw`"\u0050S07.corp.example"`)],
    ['a list of the registry', Buffer.from(String.raw`127.0.0.1\0PS07.corp.example`)],
  ])('finds a name in %s', (_what, bytes) => {
    expect(originalsIn(bytes, [value])).toEqual([value]);
  });
  it('takes no part of a word for a short one', () => {
    expect(originalsIn(Buffer.from('incorporated'), ['CORP'])).toEqual([]);
    expect(originalsIn(Buffer.from(String.raw`x\0CORP\svc`), ['CORP'])).toEqual(['CORP']);
  });
});
