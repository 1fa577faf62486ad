import { resolve } from 'node:path';
import type { Command } from 'commander';
import type { RepairReport } from '../../shared/model/repair.ts';
import type { RepairEngine } from '../repairs/engine.ts';
import { openCases } from './open-cases.ts';
import { openRepairs } from './open-repairs.ts';
import { checkOutput, deliverChange, type OutputOptions } from './output.ts';
import { outOfRepair, repairFileName } from './repair-file.ts';
import { repairText } from './repair-text.ts';

export interface RecoveryFlags extends OutputOptions {
  target?: string;
  practice?: string;
  data?: string;
  yes?: boolean;
}

/** The options that `resume` and `undo` share. */
export function withRecoveryOptions(command: Command): Command {
  return command
    .argument('<case>', 'the id of a case, as "psdoctor cases" lists it')
    .option(
      '--target <target>',
      'the server: windows or practice:SCENARIO ("psdoctor scenarios" lists them); default: the one that the case belongs to',
    )
    .option('--practice <dir>', 'the folder of the practice server')
    .option('--data <dir>', 'where cases and backups lie')
    .option('--json', 'prints one JSON document')
    .option('--out <file>', outOfRepair);
}

/** Opens the case's server and an engine on it, and closes it when the work is done. */
export async function onCase<T>(
  id: string,
  flags: RecoveryFlags,
  way: 'resume' | 'undo',
  work: (engine: RepairEngine) => Promise<T>,
): Promise<T> {
  await checkOutput(flags);
  const store = await openCases(flags.data);
  const { target } = (await store.open(id)).about();
  const server = { ...flags, target: flags.target ?? target };
  await refuseNoServer(server);
  const repairs = await openRepairs(server, way);
  try {
    return await work(repairs.engine);
  } finally {
    await repairs.dispose();
  }
}

/** A case of a practice server that is not there is no reason to make one. @throws UserError notFound */
async function refuseNoServer({ target, practice }: RecoveryFlags & { target: string }): Promise<void> {
  if (practice === undefined || !target.startsWith('practice:')) return;
  const { checkedServer } = await import('../host/practice/store/checked-server.ts');
  await checkedServer(resolve(practice));
}

export const deliverReport = async (flags: OutputOptions, report: RepairReport): Promise<void> =>
  deliverChange(flags, report, () => repairText(report), await repairFileName(report, flags));
