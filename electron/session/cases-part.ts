import { join } from 'node:path';
import { readFile } from 'node:fs/promises';
import type { CaseSummary } from '../../shared/model/case-summary.ts';
import { Checklist } from '../../shared/model/wizard-state.ts';
import { UserError } from '../app/user-error.ts';
import { writeFileAtomic } from '../app/write-atomic.ts';
import type { CaseFile } from '../cases/case-file.ts';
import type { Case } from '../cases/case.ts';
import { lastLooks } from '../cases/after-reboot.ts';
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
  /** Ticks a setting of the layout that a person sees; without a setting it is the layout alone that was chosen. */
  tick(layout: string, item: string | null, ticked: boolean): Promise<void>;
  /** Looks for what an earlier run left: a repair that was not finished, or one that a restart of Windows put to the test. */
  lookBack(): Promise<void>;
  /** Writes the ticks into the case that has just come to be. */
  keepTicks(): Promise<void>;
}

/** Cases as the wizard shows them, and the console checklist that is kept in them. */
export function createCasesPart({ holder, engines }: PartDeps, diagnosis: DiagnosisPart): CasesPart {
  const opened = async (id: string) => (await engines.cases()).open(id);
  const ticksIn = (folder: string) => join(folder, 'checklist.json');

  /** What was ticked in the layouts that are not looked at now: each console has its own settings. */
  const otherTicks = new Map<string, string[]>();

  async function keepTicks(): Promise<void> {
    const { session, checklist } = holder.current();
    if (session.case === null || session.source !== 'server' || checklist.layout === null) return;
    const { folder } = await opened(session.case);
    await writeFileAtomic(ticksIn(folder), `${JSON.stringify(checklist, null, 1)}\n`);
  }

  async function takeTicks(id: string, wanted = () => true): Promise<void> {
    const ticks = await readTicks(ticksIn((await opened(id)).folder));
    if (!wanted()) return;
    otherTicks.clear();
    holder.set('checklist', ticks);
  }

  return {
    async list() {
      const store = await engines.cases();
      const cases = (await store.list()).slice(0, mostListed);
      const told = cases.map(async (each): Promise<CaseSummary> => {
        if ('problem' in each) {
          return { id: each.id, server: null, target: null, updatedAt: null, repairs: [], problem: each.problem };
        }
        const { server, target, updatedAt } = each.about;
        const repairs = await withLooks(await store.open(each.id), each.about.repairs);
        return { id: each.id, server, target, updatedAt, repairs, problem: null };
      });
      return Promise.all(told);
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
      const told = await withLooks(kept, repairs);
      const history = told.map(({ repair, outcome, endedAt, afterReboot }) => ({
        repair,
        outcome,
        at: endedAt,
        case: id,
        way: 'apply' as const,
        afterReboot,
        toldBy: 'journal' as const,
      }));
      holder.set('repair', { ...noRepair, history });
      await takeTicks(id);
    },
    takeTicks: (id) => takeTicks(id),
    targetOf: async (id) => (await opened(id)).about().target,
    async tick(layout, item, ticked) {
      const { checklist } = holder.current();
      if (checklist.layout === null) otherTicks.clear();
      else otherTicks.set(checklist.layout, checklist.ticked);
      const kept = (otherTicks.get(layout) ?? []).filter((each) => each !== item);
      holder.set('checklist', { layout, ticked: ticked && item !== null ? [...kept, item] : kept });
      await keepTicks();
    },
    async lookBack() {
      const store = await engines.cases();
      const unfinished = await unfinishedHere(store);
      // What waits for a person tells what is not ticked, before its server was opened.
      const noServerYet = () => holder.current().session.target === null;
      if (unfinished?.waits === 'person') await takeTicks(unfinished.case, noServerYet);
      holder.set('session', { unfinished });
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

/** The repairs of a case, each with what a restart of Windows has shown of it; a damaged journal tells nothing of that. */
async function withLooks(kept: Case, repairs: CaseFile['repairs']) {
  // Without a repair that ended well there is nothing that could have survived, and no journal to be read.
  const looks = repairs.some(({ outcome }) => outcome === 'fixed') ? await lastLooks(kept).catch(notRead) : notLooked;
  return repairs.map((each) => ({ ...each, afterReboot: looks(each.run) }));
}

const notLooked = () => null;

function notRead(error: unknown): typeof notLooked {
  if (error instanceof UserError) return notLooked;
  throw error;
}

async function readTicks(path: string): Promise<Checklist> {
  try {
    return Checklist.parse(JSON.parse(await readFile(path, 'utf8')));
  } catch {
    return noTicks;
  }
}
