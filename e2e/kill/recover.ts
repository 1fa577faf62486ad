import { join } from 'node:path';
import { expect } from 'vitest';
import { UserError } from '../../electron/app/user-error.ts';
import { openCaseStore } from '../../electron/cases/store.ts';
import { startDiagnosis } from '../../electron/diagnosis/run.ts';
import { createRepairEngine } from '../../electron/repairs/engine.ts';
import { stateOf } from '../../electron/repairs/testing/state-of.ts';
import { afterPolicy } from '../../electron/repairs/testing/after-policy.ts';
import { yes } from '../../electron/repairs/testing/yes.ts';
import { scriptOf, type KillCase } from './kill-cases.ts';
import { openServer } from './open-server.ts';

/** The two states in which a server may end: as it was, or as the repair leaves it. */
export interface EndStates {
  before: ReturnType<typeof stateOf>;
  repaired: ReturnType<typeof stateOf>;
}

interface Recovered {
  unfinished: boolean;
  outcome: string;
}

/** Repairs that cannot be taken back once they have begun, as their plan says. */
const forGood = ['repair-private-key', 'force-overwrite', 'restart-agent', 'refresh-packages'];

/** What the next start finds, offers and achieves: the server must be as before, or as the repair leaves it. */
export async function recover(
  { repair, through }: KillCase,
  place: string,
  way: 'undo' | 'resume',
  { before, repaired }: EndStates,
): Promise<Recovered> {
  const { server, host, patience, dispose } = await openServer(join(place, 'server'), scriptOf(through));
  const cases = await openCaseStore(join(place, 'data'));
  const diagnose = () => startDiagnosis(host).done;
  const engine = createRepairEngine({ host, cases, diagnose, before: diagnose, patience });
  try {
    const left = await cases.unfinished();
    const newest = await cases.latest();
    if (newest === null) throw new Error('the killed repair left no case');
    let report = await engine[way](newest.id, yes).catch((error: unknown) => {
      if (error instanceof UserError && (error.code === 'notFound' || error.code === 'refused')) return null;
      throw error;
    });
    if (report?.outcome === 'pending') report = await afterPolicy(server, engine, report);
    const outcome = report?.outcome ?? 'nothing to do';
    const state = stateOf(await server.world());
    if (outcome === 'fixed') expect(state).toEqual(repaired);
    else if (outcome === 'undone' || (way === 'undo' && !forGood.includes(repair))) expect(state).toEqual(before);
    else expect([before, repaired]).toContainEqual(state);
    expect(await cases.unfinished()).toBeNull();
    return { unfinished: left !== null, outcome };
  } finally {
    await dispose();
  }
}
