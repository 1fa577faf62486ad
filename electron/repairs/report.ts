import type { RepairReport, StepReport } from '../../shared/model/repair.ts';
import type { ApplyHooks } from './engine.ts';

type Known = Pick<RepairReport, 'repair' | 'plan' | 'before'>;

/** Keeps the steps of a run as they are told, for the report at its end. */
export function startReport(known: Known, hooks: ApplyHooks) {
  const steps: StepReport[] = [];
  return {
    hooks: {
      ...hooks,
      onStep(step: StepReport) {
        steps.push(step);
        hooks.onStep(step);
      },
    } satisfies ApplyHooks,
    report: (
      outcome: RepairReport['outcome'],
      detail: string,
      rest: Partial<Pick<RepairReport, 'case' | 'after'>> = {},
    ): RepairReport => ({
      format: 'package-server-doctor/repair',
      version: 1,
      case: null,
      ...known,
      outcome,
      detail,
      steps,
      after: null,
      ...rest,
    }),
  };
}
