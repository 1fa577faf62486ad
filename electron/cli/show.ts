import { viewCase } from '../cases/case-view.ts';
import { caseText } from './case-text.ts';
import { exitCodes } from './exit-codes.ts';
import { openCases } from './open-cases.ts';
import { checkOutput, deliver, outWords, type OutputOptions } from './output.ts';
import type { AddCommand } from './run-cli.ts';

export const addShow: AddCommand = (program, finish) => {
  program
    .command('show')
    .argument('<case>', 'the id of a case, as "psdoctor cases" lists it')
    .description('Shows a case: what was found and done, its backups, and what can be undone.')
    .option('--data <dir>', 'where cases and backups lie')
    .option('--json', 'prints one JSON document')
    .option('--out <file>', outWords('writes it into a file'))
    .addHelpText('after', '\nExample\n  psdoctor show 2026-01-31-01-ps07')
    .action(async (id: string, { data, ...options }: OutputOptions & { data?: string }) => {
      await checkOutput(options);
      const kept = await (await openCases(data)).open(id);
      const view = await viewCase(kept);
      await deliver(options, view, () => caseText(view), id);
      finish(exitCodes.ok);
    });
};
