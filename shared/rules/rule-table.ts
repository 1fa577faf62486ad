import { expect, it } from 'vitest';
import { unknown, type UnknownReason } from '../model/fact.ts';
import type { FactName } from '../model/facts.ts';
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
  summary?: RegExp | undefined,
  lost?: Partial<Record<FactName, UnknownReason>> | undefined,
  addresses?: readonly string[],
];

/**
 * Tests rows of "the sound server, changed like this, gives this finding", and
 * what holds for every finding: a failure says what was seen, why it matters and
 * what to do, with the article; full thumbprints stand in the detail only.
 */
export function judgeTable(rows: Row[]): void {
  it.each(rows)('%s: %s -> %s', (id, _words, status, change, summary, lost = {}, addresses = context.addresses) => {
    const server = soundServer();
    change(server);
    const unknowns = Object.entries(lost).map(([name, reason]) => [name, unknown(reason, 'Lost.')]);
    const findings = judgeAll({ ...asFacts(server), ...Object.fromEntries(unknowns) }, rules, {
      ...context,
      addresses,
    });
    const finding = findings.find((each) => each.id === id)!;
    expect(finding).toMatchObject({ id, status });
    if (summary) expect(finding.summary).toMatch(summary);
    if (status === 'fail') {
      expect(finding.detail.split('\n').length).toBeGreaterThanOrEqual(3);
      expect(finding.detail).toMatch(/KB ?\d{6}/);
      expect(finding.kb.length).toBeGreaterThan(0);
    }
    for (const each of findings) {
      expect(each.summary).not.toMatch(/[0-9A-F]{40}/);
      const { concludes } = rules.find((rule) => rule.id === each.id)!;
      const described = ['notRun', ...Object.keys(concludes)].includes(each.status);
      expect(described || each.summary.startsWith(doesNotArise), `${each.id}: ${each.status}`).toBe(true);
    }
  });

  it('has a row for every answer that docs/checks.md describes', () => {
    for (const { id, concludes } of rules.filter(({ id: rule }) => rows.some(([row]) => row === rule))) {
      const given = rows.filter(([row, , , , summary]) => row === id && summary?.source !== doesNotArise);
      const statuses = new Set(given.map(([, , status]) => status).filter((status) => status !== 'notRun'));
      expect([...statuses].toSorted(), id).toEqual(Object.keys(concludes).toSorted());
    }
  });
}

/** What the frame says of a question that is not applicable. */
const doesNotArise = 'Does not arise';

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
