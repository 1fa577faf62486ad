import { join } from 'node:path';
import { readFile } from 'node:fs/promises';
import type { CaseSummary } from '../../shared/model/case-summary.ts';
import { Checklist } from '../../shared/model/wizard-state.ts';
import { UserError } from '../app/user-error.ts';
import { writeFileAtomic } from '../app/write-atomic.ts';
import type { Case } from '../cases/case.ts';
import { unfinishedOf, type OpenRun, type Unfinished } from '../cases/open-runs.ts';
import { caseServerOf } from '../cases/same-server.ts';
import type { CaseStore } from '../cases/store.ts';
import type { Host } from '../host/host.ts';
import type { DiagnosisPart } from './diagnosis-part.ts';
import { noRepair, noTicks } from './initial-state.ts';
import type { PartDeps } from './part-deps.ts';

/** More than a person looks through; the newest come first. */
const mostListed = 200;

export interface CasesPart {
  list(): Promise<CaseSummary[]>;
  /** Shows what a case found and did. @throws UserError notFound, failed */
  open(id: string): Promise<void>;
  /** The target that a case belongs to. @throws UserError notFound, failed */
  targetOf(id: string): Promise<string>;
  /** Shows what a person ticked when the case was left. @throws UserError notFound, failed */
  takeTicks(id: string): Promise<void>;
  tick(layout: string, item: string, ticked: boolean): Promise<void>;
  /** Looks for what an earlier run left: a repair that was not finished, or one that a restart of Windows put to the test. */
  lookBack(): Promise<void>;
  /** Writes the ticks into the case that has just come to be. */
  keepTicks(): Promise<void>;
}

/** Cases as the wizard shows them, and the console checklist that is kept in them. */
export function createCasesPart({ holder, engines }: PartDeps, diagnosis: DiagnosisPart): CasesPart {
  const opened = async (id: string) => (await engines.cases()).open(id);
  const ticksIn = (folder: string) => join(folder, 'checklist.json');

  async function keepTicks(): Promise<void> {
    const { session, checklist } = holder.current();
    if (session.case === null || session.source !== 'server' || checklist.layout === null) return;
    const { folder } = await opened(session.case);
    await writeFileAtomic(ticksIn(folder), `${JSON.stringify(checklist, null, 1)}\n`);
  }

  async function takeTicks(id: string): Promise<void> {
    holder.set('checklist', await readTicks(ticksIn((await opened(id)).folder)));
  }

  return {
    async list() {
      const cases = await (await engines.cases()).list();
      return cases.slice(0, mostListed).map((each): CaseSummary => {
        if ('problem' in each) {
          return { id: each.id, server: null, target: null, updatedAt: null, repairs: [], problem: each.problem };
        }
        const { server, target, updatedAt, repairs } = each.about;
        return { id: each.id, server, target, updatedAt, repairs, problem: null };
      });
    },
    async open(id) {
      const kept = await opened(id);
      const { target, repairs } = kept.about();
      const [before, after] = await Promise.all([kept.before(), kept.after()]);
      const result = after ?? before;
      if (result === null) {
        throw new UserError(
          'notFound',
          `Case ${id} holds no result that could be shown. Its folder is ${kept.folder}.`,
        );
      }
      await diagnosis.show({ target, source: 'case', case: id, result, before: after === null ? null : before });
      const history = repairs.map(({ repair, outcome, endedAt }) => ({
        repair,
        outcome,
        at: endedAt,
        case: id,
        way: 'apply' as const,
      }));
      holder.set('repair', { ...noRepair, history });
      await takeTicks(id);
    },
    takeTicks,
    targetOf: async (id) => (await opened(id)).about().target,
    async tick(layout, item, ticked) {
      const { checklist } = holder.current();
      // Another console has other settings: what was ticked for it says nothing about this one.
      const kept = checklist.layout === layout ? checklist.ticked.filter((each) => each !== item) : [];
      holder.set('checklist', { layout, ticked: ticked ? [...kept, item] : kept });
      await keepTicks();
    },
    async lookBack() {
      const store = await engines.cases();
      holder.set('session', { unfinished: await unfinishedHere(store) });
      holder.set('session', { rebootCheck: await rebootCheckOf(await store.latest()) });
    },
    keepTicks,
  };

  /** What is unfinished on the servers that are still there; of any other nothing can be resumed or taken back. */
  async function unfinishedHere(store: CaseStore): Promise<Unfinished | null> {
    if ((await store.unfinished()) === null) return null;
    const targets = (await store.list()).flatMap((each) => ('problem' in each ? [] : [each.about.target]));
    const runs: OpenRun[] = [];
    for (const target of new Set(targets)) {
      const found = await onServer(target, async (host) => store.openRuns(await caseServerOf(host)));
      runs.push(...(found ?? []));
    }
    return unfinishedOf(runs);
  }

  /** Only the server itself can tell when it was restarted. */
  async function rebootCheckOf(kept: Case | null): Promise<string | null> {
    if (kept === null) return null;
    return onServer(kept.about().target, async (host) => {
      const { isRebootCheckDue } = await import('../repairs/check-after-reboot.ts');
      return (await isRebootCheckDue({ host }, kept)) ? kept.id : null;
    });
  }

  /** Null when the server is not there any more: a practice server that nobody keeps ends with its process. */
  async function onServer<T>(target: string, ask: (host: Host) => Promise<T>): Promise<T | null> {
    const open = diagnosis.host();
    if (open?.name === target) return ask(open);
    if (!engines.isKept(target)) return null;
    const host = await engines.open(target);
    try {
      return await ask(host);
    } finally {
      await host.dispose();
    }
  }
}

async function readTicks(path: string): Promise<Checklist> {
  try {
    return Checklist.parse(JSON.parse(await readFile(path, 'utf8')));
  } catch {
    return noTicks;
  }
}
