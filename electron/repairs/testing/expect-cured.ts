import { expect } from 'vitest';
import type { Scenario } from '../../../shared/model/practice.ts';
import type { RepairId } from '../../../shared/model/repair-id.ts';
import { undoAll, type Cured } from './cure.ts';
import { stateOf } from './state-of.ts';

/** What the diagnosis offered was what the scenario names, each repair proved itself, and nothing is left to do. */
export async function expectCured({ curedBy }: Pick<Scenario, 'curedBy'>, cured: Cured): Promise<void> {
  const { reports, causes } = cured;
  expect(reports.map(({ repair, outcome, detail }) => ({ repair, outcome, detail }))).toEqual(
    curedBy.map((repair) => ({ repair, outcome: 'fixed', detail: expect.stringContaining('Proven by') })),
  );
  expect(causes.map(({ id, remedies }) => ({ id, remedies }))).toEqual([{ id: 'healthy', remedies: [] }]);
  expect(await cured.cases.unfinished()).toBeNull();
}

type Part = keyof ReturnType<typeof stateOf>;

/** What of the server a repair keeps for good where its plan says that something cannot be taken back. */
const keepers: Readonly<Partial<Record<RepairId, readonly Part[]>>> = {
  'rebind-certificate': ['live', 'registry'],
  'force-overwrite': ['live', 'registry', 'sites'],
  'repair-private-key': ['certificates'],
  'restart-agent': ['services'],
};

/** The server is as before, to the byte; what is not was named by a plan before it was changed, and is as repaired. */
export async function expectTakenBack(cured: Cured): Promise<void> {
  const repaired = stateOf(await cured.server.world());
  await undoAll(cured);
  const [first, now] = [stateOf(cured.first), stateOf(await cured.server.world())];
  const said = cured.reports.filter(({ plan }) => (plan?.cannotBeUndone.length ?? 0) > 0);
  const kept = new Set(said.flatMap(({ repair }) => keepers[repair] ?? []));
  for (const part of Object.keys(first) as Part[]) {
    if (kept.has(part)) expect([first[part], repaired[part]]).toContainEqual(now[part]);
    else expect({ [part]: now[part] }).toEqual({ [part]: first[part] });
  }
}
