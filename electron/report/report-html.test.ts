import { HtmlValidate } from 'html-validate';
import { describe, expect, it } from 'vitest';
import type { Change, ReportDocument } from '../../shared/report/document.ts';
import { reportHtml } from '../../shared/report/html/page.ts';
import { summaryMarkdown, summaryText } from '../../shared/report/summary.ts';
import { startDiagnosis } from '../diagnosis/run.ts';
import { createPracticeServer } from '../host/practice/practice-server.ts';
import { recording } from '../host/recording.ts';
import { makeReport } from './report.ts';
import { sourceOfResult } from './source.ts';

const change: Change = {
  repair: 'rebind-certificate',
  begunAt: '2026-01-31T10:00:00.000Z',
  endedAt: '2026-01-31T10:00:02.000Z',
  outcome: 'fixed',
  detail: 'Proven.',
  confirmedBy: 'CORP\\engineer',
  steps: [
    {
      words: 'Rewrite the record',
      command: { binary: 'netsh.exe', args: ['http', 'update', 'sslcert', 'ipport=0.0.0.0:443'] },
      state: 'done',
      startedAt: '2026-01-31T10:00:01.000Z',
      endedAt: '2026-01-31T10:00:01.500Z',
      undoneAt: null,
      detail: '',
      undo: { words: 'Put the old one back', command: { binary: 'netsh.exe', args: ['http', 'update'] } },
      noUndo: null,
    },
    {
      words: 'Refresh all packages',
      command: null,
      state: 'done',
      startedAt: '2026-01-31T10:00:01.500Z',
      endedAt: '2026-01-31T10:00:02.000Z',
      undoneAt: null,
      detail: '',
      undo: null,
      noUndo: 'A refresh has no undo.',
    },
  ],
  undoing: null,
  backups: ['01-rebind-certificate-records.txt'],
  afterReboot: [],
  toldBy: 'journal',
};

const made = new Map<string, Promise<ReportDocument>>();
const documentOf = (scenario: string): Promise<ReportDocument> => {
  const known = made.get(scenario) ?? makeDocument(scenario);
  made.set(scenario, known);
  return known;
};

async function makeDocument(scenario: string): Promise<ReportDocument> {
  const evidence = recording((await createPracticeServer({ scenario })).host);
  const result = await startDiagnosis(evidence).done;
  const { document } = await makeReport(
    {
      ...sourceOfResult(result),
      before: result,
      changes: [change],
      changesUnknown: null,
      case: { id: '2026-01-31-01-ps07', folder: 'C:\\x' },
      evidence,
    },
    null,
  );
  await evidence.dispose();
  return document;
}

const validator = new HtmlValidate({
  extends: ['html-validate:recommended', 'html-validate:a11y'],
  // The blanks at the ends of lines are those that the tools print.
  // Of a title the 40 characters of a server's name count before they are escaped.
  rules: { 'no-trailing-whitespace': 'off', 'long-title': 'off' },
});

/** What somebody who wants to be run, believed or overlooked could call a site, a log line or a subject. */
const hostile = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' onmouseover='alert(1)",
  '</style></title></svg><b>',
  '\u001b[31mred\u001b[0m\u0007',
  'exe.\u202efdp\u202c',
  '=HYPERLINK("http://evil.example","x")',
  '@SUM(1+1)*cmd|"/c calc"!A0',
  '[x](javascript:alert(1))',
  '&lt;not escaped twice&gt;',
  'nul\u0000 \ud800 lone \u2028 line',
  'https://evil.example/x',
];

async function problems(html: string): Promise<string[]> {
  const { results } = await validator.validateString(html);
  return results.flatMap(({ messages }) =>
    messages.map(({ ruleId, message, line }) => `${ruleId} ${line}: ${message}`),
  );
}

const spoiltBy = (value: string, plain: ReportDocument): ReportDocument =>
  JSON.parse(JSON.stringify(plain), (key, each: unknown) =>
    typeof each === 'string' && spoilable.has(key) ? value : each,
  ) as ReportDocument;
const spoilable = new Set('name summary detail text title words fqdn subject owner file ticket'.split(' '));

describe('the HTML report', () => {
  it.each(['stale-binding', 'healthy', 'sni-only'])(
    'is sound HTML without scripts and references: %s',
    async (scenario) => {
      const html = reportHtml(await documentOf(scenario));
      expect(await problems(html)).toEqual([]);
      expect(html).not.toMatch(/<script|<iframe|<object|<embed|<link|<img|\son\w+=|url\(|@import/iu);
      expect([...html.matchAll(/\s(?:href|src)="([^"]*)"/gu)].filter(([, to]) => !to?.startsWith('#'))).toEqual([]);
      for (const [, to] of html.matchAll(/href="#([^"]*)"/gu)) expect(html).toContain(`id="${to}"`);
    },
  );

  it('says everything: verdict, map, changes, undo, timeline, unknowns, versions', async () => {
    const html = reportHtml(await documentOf('stale-binding'));
    for (const id of [
      'verdict',
      'verdict-before',
      'map',
      'findings',
      'comparison',
      'changes',
      'undo',
      'timeline',
      'unknown',
      'evidence',
      'versions',
    ]) {
      expect(html).toContain(`<h2 id="${id}">`);
    }
    expect(html).toContain('Confirmed by: CORP\\engineer');
    expect(html).toContain('netsh.exe http update sslcert ipport=0.0.0.0:443');
    expect(html).toContain('01-rebind-certificate-records.txt');
    expect(html).toContain('Refresh all packages: A refresh has no undo.');
    // A verdict and its remedies have words of their own.
    expect(html).not.toMatch(/<code>(?:stale-binding|rebind-certificate|refresh-packages)<\/code>/u);
  });

  it('tells lines of the log that differ in ids and numbers alone once, with their number and the last time', async () => {
    const document = await documentOf('healthy');
    const { facts } = document.result;
    const log = facts['agentLog'];
    if (log?.state !== 'known') throw new Error('The practice server has a log.');
    const line = (minute: number, text: string) => ({
      ...log.value.matches[0]!,
      at: `2026-01-31T09:0${minute}:00.000Z`,
      text,
    });
    const lines = [
      line(0, 'Package {6d417916-467c-46a7-a870-6d86d9345b61}, 3 files'),
      line(1, 'Package {0fa9ba5e-4af3-4ce7-9a9e-1b0d5e7a0b7f}, 14 files'),
      line(2, 'Package {7f4c1f3e-52a4-4c2b-9f0a-1d6f0c3a7e11}, 1 files'),
      line(3, 'Something else'),
      line(4, 'Package {6d417916-467c-46a7-a870-6d86d9345b61}, 3 files'),
      line(5, 'Package {6d417916-467c-46a7-a870-6d86d9345b61}, 3 files'),
    ];
    const agentLog = { ...log, value: { ...log.value, matches: lines } };
    const html = reportHtml({ ...document, result: { ...document.result, facts: { ...facts, agentLog } } });
    const [, timeline = ''] = html.split('<h2 id="timeline">');
    // Two alike are no fewer lines than one with a note.
    expect(timeline.match(/Package \{[^}]+\}/gu)).toHaveLength(3);
    expect(timeline).toContain('and 2 more like it, the last at 2026-01-31 09:02:00 UTC');
    expect(timeline).toContain('Something else');
  });

  it.each(hostile)('shows %j as text, with everything invisible named', async (value) => {
    const plain = await documentOf('healthy');
    const spoilt = spoiltBy(value, plain);
    const html = reportHtml(spoilt);
    const tags = (text: string) => new Set(text.match(/<[a-z!/][^\s>/]*/giu));
    expect([...tags(html)].filter((tag) => !tags(reportHtml(plain)).has(tag))).toEqual([]);
    expect(html).not.toMatch(/(?![\n\t])[\p{Cc}\p{Cf}\p{Cs}\u2028]/u);
    for (const summary of [summaryText(spoilt), summaryMarkdown(spoilt)]) {
      expect(summary.split('\n').length).toBeLessThanOrEqual(12);
      expect(summary).not.toMatch(/(?!\n)[\p{Cc}\p{Cf}\p{Cs}\u2028]/u);
      for (const line of summary.split('\n')) expect(line).toMatch(/^(?:Package|[A-Z][a-z]+(?: now)?:|- | {2}- )/u);
    }
    expect(summaryMarkdown(spoilt)).not.toMatch(/(?<!\\)[[<]|:\/\//u);
  });

  it('names every repair in the ticket, and advises nothing that was done', async () => {
    const before = await documentOf('stale-binding');
    const after = await documentOf('healthy');
    const repairs = [
      'install-features',
      'start-site',
      'restart-agent',
      'rebind-certificate',
      'refresh-packages',
    ] as const;
    const changes = repairs.map((repair): Change => ({ ...change, repair }));
    const text = summaryText({ ...after, before: before.result, changes });
    expect(text.split('\n').length).toBeLessThanOrEqual(12);
    expect(text).toContain('Repairs before: Repaired and proven: Required features, Web site, Restart agent');
    expect(text).toMatch(
      /^Repair: Certificate binding, 2026-01-31 10:00 UTC\. .*\nRepair: Refresh packages, 2026-01-31 10:00 UTC\. /mu,
    );
    expect(text).toMatch(/^Cause: HTTP\.SYS holds an old certificate/mu);
    expect(text).not.toContain('Select the certificate');
    expect(text).toMatch(/^Next: .*Package Server tab/mu);
  });

  it('stays sound HTML whatever the values are', async () => {
    expect(await problems(reportHtml(spoiltBy(hostile.join(' '), await documentOf('healthy'))))).toEqual([]);
  });
});
