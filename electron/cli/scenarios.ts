import { checkOutput, deliver, outWords, type OutputOptions } from './output.ts';
import { exitCodes } from './exit-codes.ts';
import type { AddCommand } from './run-cli.ts';

export const addScenarios: AddCommand = (program, finish) => {
  program
    .command('scenarios')
    .description('Lists the practice scenarios.')
    .option('--json', 'prints one JSON document')
    .option('--out <file>', outWords('writes it into a file'))
    .addHelpText('after', '\nExample\n  psdoctor scenarios --json')
    .action(async (options: OutputOptions) => {
      await checkOutput(options);
      const { listScenarios } = await import('../host/practice/practice-server.ts');
      const scenarios = listScenarios();
      const width = Math.max(...scenarios.map(({ id }) => id.length));
      const text = () =>
        scenarios
          .map(({ id, title, language, build }) => `${id.padEnd(width)}  ${title} (${language}, build ${build})\n`)
          .join('');
      await deliver(options, { scenarios }, text, 'scenarios');
      finish(exitCodes.ok);
    });
};
