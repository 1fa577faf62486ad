import { expect, it } from 'vitest';
import type { FindingId, FindingStatus } from '../model/finding.ts';
import { rules } from './catalogue.ts';
import { judgeAll } from './frame.ts';
import { asFacts, binding, certificate, context, record, soundServer, thumbprint } from './sample-server.ts';
import type { SoundServer } from './sample-server.ts';

type Row = [
  id: FindingId,
  words: string,
  status: FindingStatus,
  change: (server: SoundServer) => void,
  summary?: RegExp,
];

/**
 * Tests rows of "the sound server, changed like this, gives this finding", and
 * what holds for every finding: a failure says what was seen, why it matters and
 * what to do, with the article; full thumbprints stand in the detail only.
 */
export function judgeTable(rows: Row[]): void {
  it.each(rows)('%s: %s -> %s', (id, _words, status, change, summary) => {
    const server = soundServer();
    change(server);
    const findings = judgeAll(asFacts(server), rules, context);
    const finding = findings.find((each) => each.id === id)!;
    expect(finding).toMatchObject({ id, status });
    if (summary) expect(finding.summary).toMatch(summary);
    if (status === 'fail') {
      expect(finding.detail.split('\n').length).toBeGreaterThanOrEqual(3);
      expect(finding.detail).toMatch(/KB\d{6}/);
      expect(finding.kb.length).toBeGreaterThan(0);
    }
    for (const each of findings) expect(each.summary).not.toMatch(/[0-9A-F]{40}/);
  });

  it('has rows for several statuses of each check', () => {
    for (const id of new Set(rows.map(([row]) => row))) {
      expect(new Set(rows.filter(([row]) => row === id).map((row) => row[2])).size, id).toBeGreaterThan(1);
    }
  });
}

export const B = thumbprint('B');
export const site = (server: SoundServer) => server.iisConfig.sites[0]!;
export const bindings = (server: SoundServer, ...https: Parameters<typeof binding>[0][]) => {
  site(server).bindings = https.map((change) => binding(change));
};
export const records = (server: SoundServer, ...listed: ReturnType<typeof record>[]) => {
  server.httpSysLive.records = listed;
};
export const one = (server: SoundServer, change: Parameters<typeof certificate>[0]) => {
  server.certificates.items = [certificate(change)];
};
