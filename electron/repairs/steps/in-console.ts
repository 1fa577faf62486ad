import { z } from 'zod';
import { consoleInstruction } from '../../../shared/repairs/force-overwrite-checklist.ts';
import type { StepKind } from './step-kind.ts';

/** Settings that a person changes in the SMP console: nothing on this server can do it. */
export const InConsole = z.object({
  kind: z.literal('inConsole'),
  task: z.literal('forceOverwrite'),
  noUndo: z.string(),
});
export type InConsole = z.infer<typeof InConsole>;

export const inConsole: StepKind<InConsole> = {
  words: consoleInstruction,
  toCommand: () => null,
  inverse: () => null,
  perform() {
    const words =
      'Set "Force overwrite HTTPS binding" for this server in the SMP console, as the first step tells it for both layouts of the console; then go on with this case, which says that it is done.';
    return Promise.resolve({ ok: true, detail: '', waitsFor: { for: 'person', words } });
  },
  readBack: () => Promise.resolve({ isBefore: true, isAfter: false, words: 'the console cannot be seen from here' }),
};
