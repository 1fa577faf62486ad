import { changeRequest } from '../../shared/report/change-request.ts';
import { exitCodes } from './exit-codes.ts';
import { openRepairs } from './open-repairs.ts';
import { checkOutput, deliver } from './output.ts';
import { planText } from './plan-text.ts';
import { repairRequest, withRepairOptions, type RepairFlags } from './repair-flags.ts';
import { withTarget } from './target.ts';
import type { AddCommand } from './run-cli.ts';

export const addPlan: AddCommand = (program, finish) => {
  withTarget(withRepairOptions(program.command('plan')))
    .description("Prints a repair's exact steps, what else they reach and how they are undone. Changes nothing.")
    .option('--text', 'prints it as the text of a change request')
    .addHelpText('after', '\nExample\n  psdoctor plan rebind-certificate --text')
    .action(async (repair: string, flags: RepairFlags & { text?: boolean }) => {
      const request = repairRequest(repair, flags);
      await checkOutput(flags);
      const repairs = await openRepairs(flags);
      try {
        const { plan } = await repairs.engine.plan(request);
        const { causes, target } = await repairs.before();
        const text = () =>
          flags.text === true ? changeRequest(plan, target.fqdn, causes[0]?.title ?? 'Not known') : planText(plan);
        await deliver(flags, plan, text, target.fqdn ?? plan.target);
        finish(exitCodes.ok);
      } finally {
        await repairs.dispose();
      }
    });
};
