import { resolve } from 'node:path';
import { UserError } from '../app/user-error.ts';
import { exitCodes } from './exit-codes.ts';
import { checkOutput, deliverChange, outWords, type OutputOptions } from './output.ts';
import type { AddCommand } from './run-cli.ts';

export const addPractice: AddCommand = (program, finish) => {
  program
    .command('practice')
    .argument('<event>', 'what the world does: reboot, policy-forced, certificate-renewed or other-product-writes')
    .description('Lets the world act on a practice server that is kept in a folder.')
    .requiredOption('--practice <dir>', 'the folder of the practice server')
    .option('--json', 'prints one JSON document')
    .option('--out <file>', outWords('writes it into a file'))
    .addHelpText('after', '\nExample\n  psdoctor practice reboot --practice server')
    .action(async (event: string, { practice, ...options }: OutputOptions & { practice: string }) => {
      const { applyPracticeEvent, practiceEvents } = await import('../host/practice/practice-server.ts');
      const known = practiceEvents.find((name) => name === event);
      if (known === undefined) {
        throw new UserError('badArguments', `There is no event "${event}". Events are: ${practiceEvents.join(', ')}.`);
      }
      await checkOutput(options);
      const detail = await applyPracticeEvent(resolve(practice), known);
      const document = { format: 'package-server-doctor/practice-event', version: 1, event: known, detail };
      await deliverChange(options, document, () => `${detail}\n`, known);
      finish(exitCodes.ok);
    });
};
