import { expect } from 'vitest';
import type { RepairId } from '../../shared/model/repair-id.ts';
import { UserError } from '../../electron/app/user-error.ts';
import type { ToolName } from '../../electron/host/tools.ts';
import { expectHonest, faults as everyFault } from '../../electron/repairs/testing/fault-matrix.ts';
import { yes } from '../../electron/repairs/testing/practice-repair.ts';
import { stateOf } from '../../electron/repairs/testing/state-of.ts';
import { openProduct } from './product.ts';

/** How a program fails while a repair is applied; one that works and lies about it is the model's alone. */
const { 'works and reports a failure': _lies, ...ofProcesses } = everyFault;
export const faults: typeof ofProcesses = ofProcesses;
export type FaultName = keyof typeof faults;

interface Setting {
  scenario: string;
  tool: ToolName;
  /** The arguments of the call that makes the change, joined with blanks, hold this. */
  when: string;
}

/** The repairs that are tested with real processes, each with the program that makes its change. */
export const settings = {
  'rebind-certificate': { scenario: 'missing-record', tool: 'netsh', when: 'http add sslcert ipport' },
  'restart-agent': { scenario: 'restart-needed', tool: 'sc', when: 'stop' },
  'install-features': { scenario: 'missing-features', tool: 'dism', when: '/enable-feature' },
  'repair-private-key': { scenario: 'private-key-missing', tool: 'certutil', when: '-repairstore' },
} as const satisfies Partial<Record<RepairId, Setting>>;
export type FaultyRepair = keyof typeof settings;

/** A program that hangs is ended after this; DISM has an hour, which nobody waits for here. */
const hangMs = 1_500;

/** Applies a repair whose program fails, and expects that nothing false is said of it. Returns what came of it. */
export async function repairWithFault(repair: FaultyRepair, name: FaultName): Promise<string> {
  const { scenario, tool, when } = settings[repair];
  const fault = faults[name];
  const { practice, box, engine } = await openProduct(scenario, 'en-US', ({ tool: asked, args, timeoutMs }) =>
    fault.kind === 'hang' && asked === tool && args.join(' ').includes(when) ? hangMs : timeoutMs,
  );
  const before = await practice.world();
  const { token } = await engine.plan({ repair, endpoint: null, certificate: null, takeOver: false });
  const confirm = async () => {
    await box.setFault(tool, fault, when);
    return true;
  };
  const report = await engine.apply(token, { ...yes, confirm }).catch((error: unknown) => {
    if (error instanceof UserError) return error;
    throw error;
  });
  const outcome = report instanceof UserError ? report.code : report.outcome;
  expect(outcome).not.toBe('fixed');
  const after = await practice.world();
  expectHonest({
    report,
    before: stateOf(before),
    after: stateOf(after),
    agentActed: (after.agent?.log.length ?? 0) > (before.agent?.log.length ?? 0),
    proven: false,
  });
  return outcome;
}
