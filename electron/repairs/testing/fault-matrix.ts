import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';
import type { RepairId } from '../../../shared/model/repair-id.ts';
import type { RepairReport } from '../../../shared/model/repair.ts';
import { UserError } from '../../app/user-error.ts';
import { openCaseStore } from '../../cases/store.ts';
import { startDiagnosis } from '../../diagnosis/run.ts';
import type { CommandAnswer, CommandQuestion, Host } from '../../host/host.ts';
import type { Fault } from '../../host/practice/faults.ts';
import { createPracticeServer, type PracticeServer } from '../../host/practice/practice-server.ts';
import { createRepairEngine, type RepairEngine } from '../engine.ts';
import { afterPolicy } from './after-policy.ts';
import { stateOf } from './state-of.ts';
import { impatient } from './impatient.ts';
import { neededWhere, type NeededWhere } from './needed-where.ts';
import { rebind, yes } from './practice-repair.ts';
import { quickServices } from './quick-services.ts';

/** How a call fails: as the issue lists it, and one that does its work and reports a failure. */
export const faults = {
  'is missing': { kind: 'missing' },
  'exits non-zero': { kind: 'exit', code: 1 },
  hangs: { kind: 'hang' },
  'exits 0 without effect': { kind: 'noEffect' },
  'prints garbage': { kind: 'garbage' },
  'works and reports a failure': 'lies',
} as const satisfies Record<string, Fault | 'lies'>;
export type FaultName = keyof typeof faults;

export interface FaultRun {
  report: RepairReport | UserError;
  /** The server as it was, as it is, and the calls that were made, those of the proof alone left out. */
  before: ReturnType<typeof stateOf>;
  after: ReturnType<typeof stateOf>;
  calls: string[];
  /** Whether the fault happened at all. */
  hit: boolean;
  /** Whether the agent has written into its log since: the trace of what changes nothing else. */
  agentActed: boolean;
  /** What a look without any fault says of the findings that prove a repair which is called fixed. */
  proven: boolean;
}

/** A call by its question's name; the names of backups and of cases differ each time. */
const callName = ({ tool, name }: CommandQuestion): string =>
  `${tool}: ${name.replace(/psdoctor-[\w.-]+/u, 'BACKUP').replace(/[0-9A-F]{40}/u, 'THUMBPRINT')}`;

/**
 * Plans a repair, and lets one call fail while it is applied: each time, or the
 * first time only. Without a call nothing fails, and the calls are told.
 */
export async function runWithFault(
  setting: NeededWhere,
  call: string | null,
  fault: FaultName,
  often: 'once' | 'always',
): Promise<FaultRun> {
  const data = await mkdtemp(join(tmpdir(), 'psdoctor-fault-'));
  const { scenario, repair, build, arrange } = setting;
  const server = await createPracticeServer({ scenario, ...(build === undefined ? {} : { build }) });
  await server.change((world) => {
    quickServices(world);
    arrange?.(world);
  });
  const calls: string[] = [];
  let applying = false;
  let proving = false;
  let hits = 0;

  const run = async (question: CommandQuestion): Promise<CommandAnswer> => {
    const name = callName(question);
    if (applying && !proving && !calls.includes(name)) calls.push(name);
    if (!applying || !(call !== null && name.startsWith(call)) || (often === 'once' && hits > 0))
      return server.host.run(question);
    hits += 1;
    const how = faults[fault];
    if (how === 'lies') return { ...(await server.host.run(question)), ok: false, exitCode: 1 };
    server.fault(question.tool, how, { when: (args) => args === question.args });
    const answer = await server.host.run({ ...question, timeoutMs: Math.min(question.timeoutMs, 30) });
    server.fault(question.tool, null);
    return answer;
  };
  const host: Host = { ...server.host, run };
  const diagnose = async () => {
    proving = true;
    return startDiagnosis(host).done.finally(() => (proving = false));
  };
  const before = await diagnose();
  const patience = { ...impatient, service: 200, agent: 200 };
  const cases = await openCaseStore(data);
  const engine = createRepairEngine({ host, cases, diagnose, before: () => Promise.resolve(before), patience });
  try {
    const first = await server.world();
    const { token, plan } = await engine.plan({ ...rebind, repair });
    const confirm = () => Promise.resolve((applying = true));
    const report = await toItsEnd(server, engine, engine.apply(token, { ...yes, confirm })).catch((error: unknown) => {
      if (error instanceof UserError) return error;
      throw error;
    });
    applying = false;
    const last = await server.world();
    // Only what is called fixed has to be.
    const claimed = !(report instanceof UserError) && report.outcome === 'fixed' ? await diagnose() : null;
    const proven =
      claimed?.findings.every(({ id, status }) => !plan.provenBy.includes(id) || status !== 'fail') ?? false;
    const agentActed = (last.agent?.log.length ?? 0) > (first.agent?.log.length ?? 0);
    return { report, before: stateOf(first), after: stateOf(last), calls, hit: hits > 0, agentActed, proven };
  } finally {
    await server.dispose();
    await rm(data, { recursive: true });
  }
}

/** What waits for the console or a policy gets it, and is resumed, with the fault still there. */
async function toItsEnd(server: PracticeServer, engine: RepairEngine, applying: Promise<RepairReport>) {
  const report = await applying;
  return report.outcome === 'pending' ? afterPolicy(server, engine, report) : report;
}

/** Every repair, each where it is needed. */
export const settings: readonly NeededWhere[] = [
  ...neededWhere,
  { repair: 'rebind-certificate', scenario: 'stale-binding' },
  { repair: 'rebind-certificate', scenario: 'stale-binding', build: 14393 },
];

/** The repairs that let the agent do something, and change nothing themselves. */
const actOfAgent: readonly RepairId[] = ['restart-agent', 'refresh-packages'];

/** Words with which a report says that the server is not as before. */
const saysSo = /did not bring the old state back|stays as it is|cannot be taken back/u;

/** Never a false fixed; and the server is as before, or the report says how it differs. */
export function expectHonest({ report, before, after, proven, agentActed }: Omit<FaultRun, 'calls' | 'hit'>): void {
  if (report instanceof UserError) {
    expect(after).toEqual(before);
    return;
  }
  if (report.outcome === 'fixed') {
    expect(proven).toBe(true);
    if (actOfAgent.includes(report.repair)) expect(agentActed).toBe(true);
    else expect(after).not.toEqual(before);
    return;
  }
  expect(['failed', 'undone', 'notFixed', 'pending']).toContain(report.outcome);
  if (!saysSo.test(report.detail))
    expect({ ...after, detail: report.detail }).toEqual({ ...before, detail: report.detail });
}
