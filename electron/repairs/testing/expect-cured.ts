import { expect } from 'vitest';
import type { Scenario } from '../../../shared/model/practice.ts';
import type { RepairId } from '../../../shared/model/repair-id.ts';
import { stateOf, undoAll, type Cured } from './cure.ts';

/** Every repair of the scenario was offered when its turn came, and at the end nothing is wrong. */
export async function expectCured({ curedBy }: Pick<Scenario, 'curedBy'>, cured: Cured): Promise<void> {
  for (const { repair, remedies } of cured.offered) {
    if (curedBy.includes(repair)) expect(remedies).toContain(repair);
  }
  expect(cured.reports.map(({ repair, outcome, detail }) => ({ repair, outcome, detail }))).toEqual(
    cured.reports.map(({ repair }) => ({ repair, outcome: 'fixed', detail: expect.stringContaining('Proven by') })),
  );
  expect((await cured.diagnose()).causes[0]?.id).toBe('healthy');
  expect(await cured.cases.unfinished()).toBeNull();
}

type Part = keyof ReturnType<typeof stateOf>;

/** The repairs that keep something for good, and what of the server that is. */
const keepers: Readonly<Partial<Record<RepairId, readonly Part[]>>> = {
  'rebind-certificate': ['live', 'registry'],
  'force-overwrite': ['live', 'registry', 'sites'],
  'repair-private-key': ['certificates'],
  'restart-agent': ['services'],
};

/** The server is as before, to the byte; what is not was named by a plan before it was changed. */
export async function expectTakenBack(cured: Cured): Promise<void> {
  await undoAll(cured);
  const [first, now] = [stateOf(cured.first), stateOf(await cured.server.world())];
  const said = cured.said.flatMap((repair) => keepers[repair] ?? []);
  for (const part of Object.keys(first) as Part[]) {
    if (!said.includes(part)) expect({ [part]: now[part] }).toEqual({ [part]: first[part] });
  }
}
