import { expect, it } from 'vitest';
import type { Cause, CauseId } from '../model/cause.ts';
import type { FactName } from '../model/facts.ts';
import type { SoundServer } from '../rules/sample-server.ts';
import { explainServer } from './explain-server.ts';

export type Change = (server: SoundServer) => void;

type Row = [id: CauseId, words: string, change: Change, expected: Partial<Cause>, lost?: FactName[]];

/** Tests rows of "the sound server, changed and with these facts lost, has this cause"; a confirmed one is first. */
export function causeTable(rows: Row[]): void {
  it.each(rows)('%s: %s', (id, _words, change, expected, lost) => {
    const causes = explainServer(change, lost);
    expect(causes.find((cause) => cause.id === id)).toMatchObject({ id, ...expected });
    if (expected.likelihood === 'confirmed') expect(causes[0]?.id).toBe(id);
  });
}

/** Tests rows of "this cause is not said of the sound server, changed like this". */
export function notSaid(rows: [id: CauseId, words: string, change: Change][]): void {
  it.each(rows)('%s is not said while %s', (id, _words, change) => {
    expect(explainServer(change).map((cause) => cause.id)).not.toContain(id);
  });
}

/** Several changes as one. */
export const all =
  (...changes: Change[]): Change =>
  (server) => {
    for (const change of changes) change(server);
  };
