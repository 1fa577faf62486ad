import { resolve } from 'node:path';
import { exitCodeOfResult } from '../diagnosis/exit-code.ts';
import { startDiagnosis } from '../diagnosis/run.ts';
import { resultText } from '../diagnosis/text.ts';
import { UserError } from '../app/user-error.ts';
import { exitCodes } from './exit-codes.ts';
import { deliver, type OutputOptions } from './output.ts';
import { paint } from './paint.ts';
import { probeProgress } from './progress.ts';
import { openRecordingTarget, withTarget, type TargetFlags } from './target.ts';
import type { AddCommand } from './run-cli.ts';

interface DiagnoseFlags extends TargetFlags, OutputOptions {
  bundle?: string;
  timeout?: string;
}

export const addDiagnose: AddCommand = (program, finish) => {
  withTarget(program.command('diagnose'))
    .description('Asks the server everything, judges the answers and says the cause. Changes nothing.')
    .option('--json', 'prints the result as one JSON document')
    .option('--out <file>', 'writes it into a file, or into a folder as <fqdn>.json, instead of stdout')
    .option(
      '--bundle <path>',
      'keeps every answer of the server as an evidence bundle: a zip if it ends in .zip, else a folder',
    )
    .option('--timeout <seconds>', 'ends probes that have not answered by then')
    .addHelpText('after', '\nExample\n  psdoctor diagnose --target practice:stale-binding --json')
    .action(async (flags: DiagnoseFlags) => {
      const timeoutMs = seconds(flags.timeout);
      const host = await openRecordingTarget(flags);
      try {
        const run = startDiagnosis(host, {
          onProgress: probeProgress(),
          ...(timeoutMs === undefined ? {} : { timeoutMs }),
        });
        let interrupted = false;
        const onInterrupt = () => {
          interrupted = true;
          run.cancel(null);
        };
        process.once('SIGINT', onInterrupt);
        const result = await run.done;
        process.off('SIGINT', onInterrupt);
        if (flags.bundle !== undefined) {
          const { writeBundle } = await import('../host/recorded/write-bundle.ts');
          await writeBundle(host, resolve(flags.bundle), result);
        }
        if (interrupted) process.stderr.write('Interrupted: what had not answered by then is marked as cancelled.\n');
        const text = () => resultText(result, flags.out === undefined ? paint(process.stdout) : undefined);
        await deliver(flags, result, text, result.target.fqdn ?? result.target.name);
        finish(interrupted ? exitCodes.interrupted : exitCodeOfResult(result));
      } finally {
        await host.dispose();
      }
    });
};

function seconds(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const value = Number(text);
  if (!Number.isFinite(value) || value <= 0) {
    throw new UserError('badArguments', `--timeout takes a number of seconds greater than 0, not "${text}".`);
  }
  return value * 1000;
}
