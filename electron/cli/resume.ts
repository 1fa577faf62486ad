import { tellingHooks, withoutInterruption } from './carry-through.ts';
import { exitCodeOfOutcome } from './exit-codes.ts';
import { deliverReport, onCase, withRecoveryOptions, type RecoveryFlags } from './recovery.ts';
import type { AddCommand } from './run-cli.ts';

export const addResume: AddCommand = (program, finish) => {
  withRecoveryOptions(program.command('resume'))
    .description(
      'Goes on with a case: finishes what was interrupted, or what has waited for a reboot, a policy or a person (to resume it says that the person has done it); after a restart of Windows looks whether the repairs survived.',
    )
    .option('--yes', 'for scripts that always say it; the plan was confirmed when it was begun')
    .addHelpText('after', '\nExample\n  psdoctor resume 2026-01-31-01-ps07')
    .action(async (id: string, flags: RecoveryFlags) => {
      const hooks = tellingHooks(() => Promise.resolve(true));
      const report = await onCase(id, flags, 'resume', (engine) => withoutInterruption(() => engine.resume(id, hooks)));
      await deliverReport(flags, report);
      finish(exitCodeOfOutcome(report.outcome));
    });
};
