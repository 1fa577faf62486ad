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

  test('a second listing without its heading that is cut off in its first record is told', () => {
    const lines = renderListing([sample], plain).split('-'.repeat(25))[1] ?? '';
    const text = renderListing([sample, other], plain) + lines.slice(0, lines.indexOf('MY'));
    expect(parseSslcertListing(text)).toMatchObject({
      value: { records: [sample, other], complete: true },
      notes: [expect.stringContaining('2 listings'), expect.stringContaining('a newer listing is not whole')],
    });
  });

  test('a listing that breaks off at the end of a line, within the flags that its other records have', () => {
    const text = renderListing([sample, other], { ...plain, newerFields: 4 });
    const lines = text.trimEnd().split('\n');
    for (const cut of [1, 2, 3]) {
      const value = parseSslcertListing(`${lines.slice(0, -cut).join('\n')}\n`);
      expect(value).toMatchObject({ value: { complete: false } });
    }
    expect(parseSslcertListing(text)).toMatchObject({ value: { complete: true } });
  });

  test.each(['-----', '=====', 'ctl-----'])('a certificate trust list named %s', (name) => {
    const text = renderListing([sample, other], { ...plain, newerFields: 10 });
    const named = text.replace(/(Ctl Identifier +: )\(null\)/u, `$1${name}`);
    expect(named).not.toBe(text);
    const [first, second] = recordsOf(named);
    expect(first?.flags.sslctlidentifier).toBe(name);
    expect(second).toEqual(recordsOf(text)[1]);
  });

  test('extended properties that differ from the usual ones are not restorable', () => {
    const text = renderListing([sample], { ...plain, extended: true }).replace('1048576', '65535');
    expect(recordsOf(text)[0]?.unknownFlags).toEqual(['extended property 0: 65535']);
  });
});

describe('what stands around a listing', () => {
  const whole = renderListing([sample, other], plain);
  const newer = renderListing([sample, other], { ...plain, newerFields: 10, extended: true });
  const all = { ok: true, value: { records: [sample, other], complete: true }, notes: [] };

  test.each(['C:\\>', 'PS C:\\Users\\x>', '[PS07]: PS C:\\Users\\adm\\Documents> ', 'netsh http>', '> C:\\>'])(
    'a prompt at the end: %s',
    (prompt) => {
      expect(parseSslcertListing(whole + prompt)).toEqual(all);
      expect(parseSslcertListing(newer + prompt)).toEqual(all);
      expect(parseSslcertListing(`${whole.trimEnd()}\r\n${prompt}`)).toEqual(all);
      const cut = whole.slice(0, whole.lastIndexOf('Ctl Identifier'));
      expect(parseSslcertListing(`${cut}\r\n${prompt}`)).toMatchObject({ value: { complete: false } });
    },
  );

  test.each(['The site is https://ps07.corp.example:443', 'Site: https://ps07.corp.example:443', 'Many thanks'])(
    'a sentence at the end: %s',
    (sentence) => {
      for (const end of ['', '\r\n']) {
        expect(parseSslcertListing(whole + sentence + end)).toEqual(all);
        expect(parseSslcertListing(`${newer.trimEnd()}\r\n\`\`\`\r\n${sentence}${end}`)).toEqual(all);
      }
    },
  );

  const ipconfig = [
    'Windows IP Configuration',
    '',
    'Ethernet adapter Ethernet0:',
    '',
    '   Connection-specific DNS Suffix  . : corp.example',
    '   IPv4 Address. . . . . . . . . . . : 10.0.0.5',
    '',
  ];
  const footer = ['*'.repeat(22), 'Windows PowerShell transcript end', 'End time: 20260101100010', '*'.repeat(22), ''];
  test.each([
    ['ipconfig', ['C:\\>ipconfig', '', ...ipconfig, 'C:\\>']],
    ['ipconfig without a prompt', ipconfig],
    ['ipconfig without its first line', ipconfig.slice(2)],
    ['the end of a transcript', ['PS C:\\> Stop-Transcript', ...footer]],
    ['the end of a transcript without a prompt', footer],
  ])('%s below it', (_, below) => {
    expect(parseSslcertListing(whole + below.join('\r\n'))).toEqual(all);
    expect(parseSslcertListing(newer + below.join('\r\n'))).toEqual(all);
  });

  test.each(['[10:00:15] ', '10:00:15 ', '[2026-01-01 10:00:15] ', '2026-01-01T10:00:15.123Z '])(
    'a time before every line: %s',
    (time) => {
      for (const text of [whole, newer]) expect(parseSslcertListing(text.replace(/^/gmu, time))).toEqual(all);
      const empty = renderListing([], plain).replace(/^/gmu, time);
      expect(parseSslcertListing(empty)).toMatchObject({ value: { records: [], complete: true } });
    },
  );

  test('blank lines throughout, and a flag that a person wrote beside', () => {
    const text = newer.replace(/\r\n/gu, '\r\n\r\n');
    expect(parseSslcertListing(text)).toEqual(all);
    const [first] = recordsOf(text.replace('Set\r\n', 'Set\r\n\r\nx: y\r\n'));
    expect(first?.unknownFlags).not.toEqual([]);
  });
});

test.each(['xxx.xxx.xxx.xxx:443', '10.x.x.5:443', '<server>:443', '[xxxx::x]:443', '0.0.0.0:xxx', 'removed'])(
  'a record of the masked endpoint %s is not missing, nor part of another',
  (masked) => {
    const whole = renderListing([sample, other], plain);
    for (const [hidden, kept] of [
      ['0.0.0.0:443', other],
      ['0.0.0.0:8443', sample],
    ] as const) {
      expect(parseSslcertListing(whole.replace(hidden, masked))).toEqual({
        ok: true,
        value: { records: [kept], complete: false },
        notes: [expect.stringContaining('masked')],
      });
    }
  },
);

test.each([
  ['an empty hash is not readable', '', null, false],
  ['a removed hash is not readable', '<removed>', null, false],
  ['colons in a hash', Array(20).fill('12').join(':'), '12'.repeat(20), true],
  ['colons in a long hash', Array(32).fill('12').join(':'), '12'.repeat(32), true],
  ['colons in a hash of no known length', Array(25).fill('12').join(':'), null, false],
  ['blanks in a hash', Array(20).fill('AB').join(' '), sample.thumbprint, true],
])('%s', (_, hash, thumbprint, thumbprintReadable) => {
  const text = renderListing([sample, other], plain).replace('AB'.repeat(20), hash);
  expect(parseSslcertListing(text.replace('ab'.repeat(20), hash))).toMatchObject({
    value: { records: [{ ...sample, thumbprint, thumbprintReadable }, other], complete: true },
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
