import { CauseId } from '../../shared/model/cause.ts';
import type { RepairReport } from '../../shared/model/repair.ts';
import type { Result } from '../../shared/model/result.ts';
import { tellingHooks, withoutInterruption } from './carry-through.ts';
import { exitCodeOfOutcome, exitCodes } from './exit-codes.ts';
import { onlyIfCause } from './only-if.ts';
import { openRepairs } from './open-repairs.ts';
import { checkOutput, deliver, deliverChange } from './output.ts';
import { say } from './paint.ts';
import { planText } from './plan-text.ts';
import { repairRequest, withRepairOptions, type RepairFlags } from './repair-flags.ts';
import { outOfRepair, repairFileName } from './repair-file.ts';
import { repairText, standingWords } from './repair-text.ts';
import { withTarget } from './target.ts';
import type { AddCommand } from './run-cli.ts';

interface ApplyFlags extends RepairFlags {
  onlyIf?: string;
}

export const addRepair: AddCommand = (program, finish) => {
  withTarget(withRepairOptions(program.command('repair'), outOfRepair))
    .description('Plans, backs up, applies and proves a repair; undoes it when it is not proven.')
    .option('--yes', 'applies the plan; without it the plan is printed and nothing is changed')
    .option('--case <case>', 'goes on with this case, so that one undo takes back all of it')
    .option('--timeout <seconds>', 'ends the probes of each of its diagnoses after so long; steps are never cut off')
    .option(
      '--only-if <cause>',
      `does nothing unless the diagnosis names this cause, which must be one that the repair is a remedy of: ${CauseId.options.join(', ')}`,
    )
    .addHelpText(
      'after',
      '\n--only-if takes a cause and a repair that belong together; another pair is refused with exit code 2, and the\nremedies of the cause are named. It does not matter whether the server has other causes besides: those that\nremain after a repair are told, and the exit code is that of the repair.' +
        '\n\nExamples\n  psdoctor repair rebind-certificate --yes\n  psdoctor repair rebind-certificate --yes --only-if stale-binding --json --out results/repairs/',
    )
    .action(async (repair: string, flags: ApplyFlags) => {
      finish(await apply(repair, flags));
    });
};

async function apply(repair: string, flags: ApplyFlags): Promise<number> {
  const request = repairRequest(repair, flags);
  const onlyIf = onlyIfCause(flags.onlyIf, request.repair);
  await checkOutput(flags);
  const repairs = await openRepairs(flags, request.repair);
  try {
    if (onlyIf !== null) {
      const before = await repairs.before();
      if (!before.causes.some(({ id }) => id === onlyIf)) {
        await repairs.engine.refuseUnfinished(request.repair);
        const report = notNeeded(request.repair, `The diagnosis does not name ${onlyIf}: nothing was changed.`, before);
        await deliver(flags, report, () => repairText(report), await repairFileName(report, flags));
        tellStanding(flags, report);
        return exitCodeOfOutcome(report.outcome);
      }
    }
    const unfinished = await repairs.unfinished();
    if (unfinished !== null) say(`Case ${unfinished.case}: ${unfinished.words}\n`);
    const { token, plan } = await repairs.engine.plan(request);
    if (flags.yes !== true) {
      // Its name counts in a folder alone, and is asked for there.
      const server = flags.out === undefined ? null : (await repairs.before()).target.fqdn;
      await deliver(flags, plan, () => planText(plan), server ?? plan.target);
      say(
        plan.steps.length > 0
          ? 'Nothing was changed. Run the same command with --yes to apply this plan.\n'
          : 'Nothing was changed. The same command with --yes asks the server everything again and proves it.\n',
      );
      return exitCodes.wrongUse;
    }
    const hooks = tellingHooks(() => Promise.resolve(true));
    const report = await withoutInterruption(() => repairs.engine.apply(token, hooks));
    await deliverChange(flags, report, () => repairText(report), await repairFileName(report, flags));
    tellStanding(flags, report);
    return exitCodeOfOutcome(report.outcome);
  } finally {
    await repairs.dispose();
  }
}

function notNeeded(repair: RepairReport['repair'], detail: string, before: Result): RepairReport {
  return {
    format: 'package-server-doctor/repair',
    version: 1,
    repair,
    case: null,
    plan: null,
    outcome: 'notNeeded',
    detail,
    steps: [],
    before,
    after: null,
  };
}

/** The text has it; a document is read by programs, and a person sees stderr. */
function tellStanding({ json, out }: ApplyFlags, report: RepairReport): void {
  const words = json === true || out !== undefined ? standingWords(report) : null;
  if (words !== null) say(`${words}\n`);
}
