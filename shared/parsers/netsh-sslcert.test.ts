import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { aTable } from '../test-support/arbitraries.ts';
import type { HttpSysRecord } from '../model/facts/httpsys.ts';
import { timeFor10000 } from '../test-support/time-for-10000.ts';
import { aLayout, english, renderListing, type Layout } from '../test-support/listing-writer.ts';
import { parseSslcertListing } from './netsh-sslcert.ts';

const plain: Layout = {
  labels: english,
  eol: '\r\n',
  blankLines: 1,
  width: 28,
  colon: ' : ',
  indent: '    ',
  prefix: '',
  newerFields: 0,
  extended: false,
};

function recordsOf(text: string): HttpSysRecord[] {
  const listing = parseSslcertListing(text);
  if (!listing.ok) throw new Error(listing.problem);
  return listing.value.records;
}

const sample: HttpSysRecord = {
  endpoint: { kind: 'ip', address: '0.0.0.0', host: '', port: 443 },
  thumbprint: 'AB'.repeat(20),
  thumbprintReadable: true,
  appId: '4dc3e181-e14b-4a21-b022-59fc669b0914',
  store: 'MY',
  flags: { clientcertnegotiation: true },
  unknownFlags: [],
};
const other = { ...sample, endpoint: { ...sample.endpoint, port: 8443 } };

test('a listing of any table, in any language and layout, is read back to that table', () => {
  fc.assert(
    fc.property(aTable(), aLayout, (table, layout) => {
      expect(parseSslcertListing(renderListing(table, layout))).toEqual({
        ok: true,
        value: { records: table, complete: true },
        notes: [],
      });
    }),
    { numRuns: 500 },
  );
});

test('a record of another table never takes part: the last complete listing counts', () => {
  const one = aTable(4).filter((table) => table.length > 0);
  fc.assert(
    fc.property(one, one, aLayout, (first, last, layout) => {
      const text = `C:\\>netsh http show sslcert\r\n${renderListing(first, layout)}${renderListing(last, layout)}`;
      expect(recordsOf(text)).toEqual(last);
    }),
  );
});

describe('what people send', () => {
  test('an underlined heading alone is an empty listing, in any language', () => {
    for (const text of [
      '\r\nSSL-Zertifikatbindungen:\r\n------------------------\r\n\r\n\r\n',
      'SSL 证书绑定：\n-----\n',
    ]) {
      expect(parseSslcertListing(text)).toEqual({ ok: true, value: { records: [], complete: true }, notes: [] });
    }
    expect(recordsOf('SSL Certificate bindings:\r\n')).toEqual([]);
  });

  test.each([
    ['', 'nothing'],
    ['The system cannot find the file specified.\r\n', 'a message'],
    ['\u0000\u0001-----\u0002', 'bytes'],
    ['----- \uFFFD\uFFFD', 'undecodable bytes'],
    ['SSL Certificate bindings:\n-----\n\n Hash : abc\n Id : {x}\n', 'fields that make no record'],
  ])('%j is no listing: %s', (text) => {
    expect(parseSslcertListing(text).ok).toBe(false);
  });

  test('a masked hash is unreadable, a null one is readable', () => {
    const text = renderListing([sample], plain);
    const masked = recordsOf(text.replace(/AB{1}[AB]+/u, 'X'.repeat(40)));
    expect(masked).toMatchObject([{ thumbprint: null, thumbprintReadable: false, appId: sample.appId }]);
    expect(recordsOf(text.replace(/(?:AB){20}/u, '(null)'))).toMatchObject([
      { thumbprint: null, thumbprintReadable: true },
    ]);
  });

  test('a prompt is no record', () => {
    const text = `PS C:\\Users\\x> netsh http show sslcert ipport=10.0.0.1:443\r\n${renderListing([sample], plain)}`;
    expect(recordsOf(text)).toEqual([sample]);
  });

  test('another list below it, without entries, is not an empty listing', () => {
    const addresses =
      'IP addresses present in the IP listen list:\r\n-------------------------------------------\r\n\r\n';
    expect(recordsOf(`${renderListing([sample], plain)}\r\n${addresses}`)).toEqual([sample]);
    expect(recordsOf(`${addresses}${renderListing([], plain)}`)).toEqual([]);
  });

  test('a cut-off end is told, and its record not counted', () => {
    const whole = renderListing([sample, other], plain);
    const cut = whole.slice(0, whole.lastIndexOf('Ctl Identifier'));
    expect(parseSslcertListing(cut)).toMatchObject({ ok: true, value: { records: [sample], complete: false } });
    expect(recordsOf(whole + cut)).toEqual([sample, other]);
  });

  test('a listing cut at any place never hides a record', () => {
    const whole = renderListing([sample, other], { ...plain, newerFields: 10 });
    for (let length = whole.indexOf('IP:port'); length < whole.length; length += 1) {
      const text = whole.slice(0, length);
      const cut = parseSslcertListing(text);
      if (!cut.ok || !cut.value.complete) continue;
      // Cut within the blanks before a label, or at the end of a line: what stands before it is whole.
      const begun = text.match(/IP/gu)?.length ?? 0;
      expect([length, cut.value.records.length]).toEqual([length, begun]);
      expect(cut.value.records.flatMap(({ unknownFlags }) => unknownFlags)).toEqual([]);
    }
  });

  test('a record that cannot be read makes the listing incomplete', () => {
    const text = renderListing([sample, other], plain);
    const masked = text.replaceAll(`{${sample.appId}}`, (id, at: number) => (at > 800 ? 'masked' : id));
    expect(masked).not.toBe(text);
    expect(parseSslcertListing(masked)).toMatchObject({ value: { records: [sample], complete: false } });
    const first = text.replace(`{${sample.appId}}`, 'masked');
    expect(parseSslcertListing(first)).toMatchObject({ value: { records: [other], complete: false } });
  });

  test('an empty listing after another counts, one with an error below it does not', () => {
    const empty = renderListing([], plain);
    const full = renderListing([sample], plain);
    expect(recordsOf(full + empty)).toEqual([]);
    expect(recordsOf(`${full}${empty}The system cannot find the file specified.\r\n`)).toEqual([sample]);
    expect(recordsOf(`${full}\r\n-----Original Message-----\r\nFrom: x\r\n`)).toEqual([sample]);
  });

  test('the same listing pasted twice without its heading', () => {
    const lines = renderListing([sample, other], plain).split('-'.repeat(25))[1] ?? '';
    const twice = parseSslcertListing(lines + lines);
    expect(twice).toMatchObject({
      ok: true,
      value: { records: [sample, other] },
      notes: [expect.stringContaining('2 listings')],
    });
  });

  test('extended properties that differ from the usual ones are not restorable', () => {
    const text = renderListing([sample], { ...plain, extended: true }).replace('1048576', '65535');
    expect(recordsOf(text)[0]?.unknownFlags).toEqual(['extended property 0: 65535']);
  });
});

test('no input makes it throw', () => {
  const pieces = fc.constantFrom(
    'IP:port : 0.0.0.0:443',
    '{x}',
    ' : ',
    '-----',
    '\r\n',
    '：',
    '443',
    '(null)',
    ' Set',
    '\0',
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: 'binary-ascii' }),
        fc.array(pieces).map((all) => all.join('')),
      ),
      (text) => {
        expect(parseSslcertListing(text)).toHaveProperty('ok');
      },
    ),
    { numRuns: 1000 },
  );
});

test('10,000 records in under a second', () => {
  const { taken, allowed } = timeFor10000((count) => {
    const records = Array.from({ length: count }, (_, index) => ({
      ...sample,
      endpoint: { kind: 'sni' as const, address: '', host: `host${index}.example`, port: 443 },
    }));
    const text = renderListing(records, { ...plain, newerFields: 12, extended: true });
    return () => parseSslcertListing(text);
  });
  expect(taken).toBeLessThan(allowed);
}, 30_000);

test.each([
  ['blanks', (count: number) => `x${' '.repeat(count)}x:`],
  ['dashes', (count: number) => `${'-'.repeat(count)}x:`],
  ['colons', (count: number) => ':'.repeat(count)],
])('a megabyte of %s', (_, make) => {
  const { taken, allowed } = timeFor10000((count) => {
    const text = make(count * 100);
    return () => parseSslcertListing(text);
  });
  expect(taken).toBeLessThan(allowed);
});
