import { listCases, type ListedCase } from '../cases/case-list.ts';
import { exitCodes } from './exit-codes.ts';
import { openCases } from './open-cases.ts';
import { checkOutput, deliver, outWords, type OutputOptions } from './output.ts';
import type { AddCommand } from './run-cli.ts';

export const addCases: AddCommand = (program, finish) => {
  program
    .command('cases')
    .description('Lists the cases, newest first: what was repaired on which server, and what is unfinished.')
    .option('--data <dir>', 'where cases and backups lie')
    .option('--json', 'prints one JSON document')
    .option('--out <file>', outWords('writes it into a file'))
    .addHelpText('after', '\nExample\n  psdoctor cases --json')
    .action(async ({ data, ...options }: OutputOptions & { data?: string }) => {
      await checkOutput(options);
      const store = await openCases(data);
      const cases = await listCases(store);
      const document = { format: 'package-server-doctor/cases', version: 1, folder: store.folder, cases };
      await deliver(options, document, () => casesText(store.folder, cases), 'cases');
      finish(exitCodes.ok);
    });
};

function casesText(folder: string, cases: readonly ListedCase[]): string {
  if (cases.length === 0) return `There is no case in ${folder}. Another place is named by --data.\n`;
  const width = Math.max(...cases.map(({ id }) => id.length));
  const lines = cases.flatMap(({ id, server, target, repairs, state, words }) => [
    `${id.padEnd(width)}  ${state.padEnd(10)}  ${server ?? target ?? ''}  ${repairs.map(({ repair, outcome }) => `${repair}: ${outcome}`).join(', ')}`.trimEnd(),
    ...(words === null ? [] : [`${' '.repeat(width)}  ${words}`]),
  ]);
  return `${lines.join('\n')}\n`;
}
