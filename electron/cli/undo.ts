import type { Plan } from '../../shared/model/repair.ts';
import { tellingHooks, withoutInterruption } from './carry-through.ts';
import { exitCodeOfUndo, exitCodes } from './exit-codes.ts';
import { deliver } from './output.ts';
import { say } from './paint.ts';
import { planText } from './plan-text.ts';
import { deliverReport, onCase, withRecoveryOptions, type RecoveryFlags } from './recovery.ts';
import type { AddCommand } from './run-cli.ts';

export const addUndo: AddCommand = (program, finish) => {
  withRecoveryOptions(program.command('undo'))
    .description('Takes back all that still stands of a case, the newest repair first, each step read back.')
    .option('--yes', 'takes it back; without it the steps are printed and nothing is changed')
    .addHelpText('after', '\nExample\n  psdoctor undo 2026-01-31-01-ps07 --yes')
    .action(async (id: string, flags: RecoveryFlags) => {
      let shown: Plan | null = null;
      const hooks = tellingHooks((plan) => {
        shown = plan;
        return Promise.resolve(flags.yes === true);
      });
      const report = await onCase(id, flags, 'undo', (engine) => withoutInterruption(() => engine.undo(id, hooks)));
      if (flags.yes === true || shown === null) {
        await deliverReport(flags, report);
        return finish(exitCodeOfUndo(report.outcome));
      }
      const plan: Plan = shown;
      await deliver(flags, plan, () => planText(plan), report.before.target.fqdn ?? plan.target);
      say('Nothing was changed. Run the same command with --yes to take these steps back.\n');
      finish(exitCodes.wrongUse);
    });
};
