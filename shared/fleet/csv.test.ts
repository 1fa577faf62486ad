import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvCell, fleetCsv } from './csv.ts';
import { failing, readings, row } from './testing/rows.ts';
import { rollUp } from './roll-up.ts';

/** What RFC 4180 says a reader does. */
function cellsOf(line: string): string[] {
  return [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,"]*))/gu)].map(([, quoted, plain]) =>
    quoted === undefined ? (plain ?? '') : quoted.replaceAll('""', '"'),
  );
}

describe('a cell', () => {
  it.each([
    '=HYPERLINK("http://evil.example","x")',
    '+1+1',
    '-2+3',
    '@SUM(1)',
    '\t=1',
    '\r=1',
    '\n=1',
    '\uff1d1+1',
    '\uff201',
  ])('keeps %j from being computed', (text) => {
    const [cell] = cellsOf(csvCell(text));
    expect(cell).toBe(`'${text}`);
  });

  it('gives back any text, and a number as a number', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const [cell = ''] = cellsOf(csvCell(text));
        expect([text, `'${text}`]).toContain(cell);
      }),
    );
    expect(csvCell(-5)).toBe('-5');
    expect(csvCell(null)).toBe('');
  });
});

describe('the table', () => {
  it('has one line a server, each with as many cells as the first', () => {
    const certificate = {
      thumbprint: 'B'.repeat(40),
      subject: 'CN=PS01, O="Corp, Ltd"',
      issuer: 'CN=Root',
      notAfter: '2026-02-25T00:00:00.000Z',
    };
    const fleet = rollUp(
      readings([failing('ps01.corp.example', 'stale-binding', { certificate }), row('=cmd|calc')]),
      '1',
    );
    const text = fleetCsv(fleet);
    expect(text.startsWith('\ufeffserver,state,')).toBe(true);
    const lines = text.slice(1).trimEnd().split('\r\n').map(cellsOf);
    expect(new Set(lines.map((cells) => cells.length)).size).toBe(1);
    const [heads = [], evil, first = []] = lines;
    expect(evil?.[0]).toBe("'=cmd|calc");
    const told = Object.fromEntries(heads.map((head, index) => [head, first[index]]));
    expect(told).toMatchObject({
      server: 'ps01.corp.example',
      causes: 'stale-binding',
      'certificate subject': 'CN=PS01, O="Corp, Ltd"',
      'days left': '-5',
    });
  });
});
