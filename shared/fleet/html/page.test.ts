import { HtmlValidate } from 'html-validate';
import { describe, expect, it } from 'vitest';
import { rollUp } from '../roll-up.ts';
import { cause, failing, readings, row } from '../testing/rows.ts';
import { fleetHtml } from './page.ts';
import { monthColumns } from './months.ts';

const validator = new HtmlValidate({ extends: ['html-validate:recommended', 'html-validate:a11y'] });

const hostile = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  '</svg></style><b>',
  '\u202e\u001b[31m',
  '&amp;',
];

const pageWith = (text: string) => {
  const certificate = { thumbprint: text, subject: text, issuer: text, notAfter: '2026-04-01T00:00:00.000Z' };
  const owner = { kind: 'unknown', product: null, appId: text } as const;
  const rows = ['a', 'b', 'c'].map((name) =>
    failing(`${name}${text}`, text, {
      certificate,
      owner,
      clockNote: text,
      versions: { product: text, agent: text, windows: 1 },
    }),
  );
  const refused = [{ file: text, reason: 'damaged', words: text } as const];
  return fleetHtml(rollUp({ ...readings([...rows, row('sound')]), folder: text, problem: text, refused }, text));
};

async function problems(html: string): Promise<string[]> {
  const { results } = await validator.validateString(html);
  return results.flatMap(({ messages }) =>
    messages.map(({ ruleId, message, line }) => `${ruleId} ${line}: ${message}`),
  );
}

describe('the page of a fleet', () => {
  it('is sound HTML with pictures, without scripts and references', async () => {
    const html = pageWith('plain');
    expect(await problems(html)).toEqual([]);
    expect(html.match(/<svg /gu)).toHaveLength(2);
    expect(html).not.toMatch(/<script|<img|<link|\s(?:href|src|on\w+)=|url\(|@import/iu);
  });

  it('is sound without any server', async () => {
    expect(await problems(fleetHtml(rollUp(readings([]), '1')))).toEqual([]);
  });

  it('lists what fails first, draws no bar of health, and dates by the clock that counts', () => {
    const ahead = failing('zz', 'stale-binding', {
      at: '2096-11-10T00:00:00.000Z',
      fileTime: '2026-02-20T00:00:00.000Z',
    });
    const html = fleetHtml(rollUp(readings([row('aa'), row('bb'), ahead]), '1'));
    expect(html.indexOf('<td>zz</td>')).toBeLessThan(html.indexOf('<td>aa</td>'));
    expect(html).toMatch(/<desc id="causes-chart-words">stale-binding: 1<\/desc>/u);
    expect(html).toMatch(/2026-02-20 00:00:00 UTC<\/div><div class="no-wrap">by the time of the file/u);
    expect(html).toContain('old: 9 days behind the newest');
  });

  it('tells what is missing before anything else, and asks each check in words', () => {
    const refused = [{ file: 'half.json', reason: 'damaged', words: 'half' }] as const;
    const ended = { thumbprint: 'A', subject: 'a', issuer: 'b', notAfter: '2026-02-23T12:00:00.000Z' };
    const rows = [
      failing('aa', 'stale-binding', { certificate: ended }),
      row('bb', { causes: [cause('stale-binding')] }),
    ];
    const html = fleetHtml(rollUp({ ...readings(rows), refused }, '1', ['zz']));
    const heads = ['missing', 'refused', 'causes', 'servers'].map((id) => html.indexOf(`<h2 id="${id}">`));
    expect(heads).toEqual(heads.toSorted((a, b) => a - b));
    expect(heads).not.toContain(-1);
    expect(html).toContain('<td>cert.present</td><td>Is the certificate of each record in the store');
    expect(html).toContain('ended 6 days ago');
    // Two servers have it, and one of them fails.
    expect(html).toContain('<td>stale-binding</td><td>2</td><td>1</td>');
    expect(html).toContain('>2026-03 (now)</text>');
  });

  it.each(hostile)('shows %j as text', (text) => {
    const html = pageWith(text);
    const tags = (page: string) => new Set(page.match(/<[a-z!/][^\s>/]*/giu));
    const known = tags(pageWith('plain'));
    expect([...tags(html)].filter((tag) => !known.has(tag))).toEqual([]);
    expect(html).not.toMatch(/(?!\n)[\p{Cc}\p{Cf}\p{Cs}]/u);
  });
});

describe('the months', () => {
  it('put each certificate into one column: earlier, a month, or later', () => {
    const counted = [
      { value: '2025-12', servers: 2 },
      { value: '2026-03', servers: 3 },
      { value: '2028-02', servers: 4 },
      { value: '2031-01', servers: 5 },
    ];
    const columns = monthColumns(counted, '2026-03-02T00:00:00.000Z');
    expect(columns).toHaveLength(26);
    expect(columns[0]).toEqual({ value: 'earlier', servers: 2 });
    expect(columns[1]).toEqual({ value: '2026-03', servers: 3 });
    expect(columns[24]).toEqual({ value: '2028-02', servers: 4 });
    expect(columns[25]).toEqual({ value: 'later', servers: 5 });
  });
});
