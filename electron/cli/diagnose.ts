import { resolve } from 'node:path';
import { exitCodeOfResult } from '../diagnosis/exit-code.ts';
import { startDiagnosis } from '../diagnosis/run.ts';
import { resultText } from '../diagnosis/text.ts';
import { exitCodes } from './exit-codes.ts';
import { listen } from './interruption.ts';
import { keepBeside } from './keep-beside.ts';
import { openDiagnosisCase } from './open-diagnosis-case.ts';
import { checkOutput, deliver, outOfServer, type OutputOptions } from './output.ts';
import { say } from './paint.ts';
import { probeProgress } from './progress.ts';
import { openRecordingTarget, withTarget, type TargetFlags } from './target.ts';
import { timeoutOf } from './timeout.ts';
import type { AddCommand } from './run-cli.ts';

interface DiagnoseFlags extends TargetFlags, OutputOptions {
  bundle?: string;
  timeout?: string;
  /** True: a new one. */
  case?: string | true;
  data?: string;
}

export const addDiagnose: AddCommand = (program, finish) => {
  withTarget(program.command('diagnose'))
    .description('Asks the server everything, judges the answers and says the cause. Changes nothing.')
    .option('--json', 'prints the result as one JSON document')
    .option('--out <file>', outOfServer)
    .option(
      '--bundle <path>',
      'keeps every answer of the server as an evidence bundle: a zip if it ends in .zip, else a folder',
    )
    .option('--case [case]', 'keeps the result in a new case, or in this one; "repair --case" goes on with it')
    .option('--data <dir>', 'where cases lie')
    .option('--timeout <seconds>', 'ends probes that have not answered by then')
    .addHelpText(
      'after',
      '\nExamples\n  psdoctor diagnose --target practice:stale-binding --json\n  psdoctor diagnose --case --bundle evidence.zip',
    )
    .action(async (flags: DiagnoseFlags) => finish(await diagnose(flags)));
};

async function diagnose(flags: DiagnoseFlags): Promise<number> {
  const timeoutMs = timeoutOf(flags);
  await checkOutput(flags);
  const stop = new AbortController();
  const release = listen(() => stop.abort());
  const host = await openRecordingTarget(flags);
  try {
    const keep = flags.case === undefined ? null : await openDiagnosisCase(host, flags.case, flags.data);
    const run = startDiagnosis(host, {
      onProgress: probeProgress(),
      ...(timeoutMs === undefined ? {} : { timeoutMs }),
    });
    const cancel = () => run.cancel(null);
    if (stop.signal.aborted) cancel();
    else stop.signal.addEventListener('abort', cancel);
    const result = await run.done;
    release();
    const interrupted = stop.signal.aborted;
    if (interrupted) say('Interrupted: what had not answered by then is marked as cancelled.\n');
    const beside = keepBeside();
    const { bundle } = flags;
    if (bundle !== undefined) {
      await beside.keep(
        'The result stands; its evidence is not kept: diagnose again with another --bundle.',
        async () => {
          const { writeBundle } = await import('../host/recorded/write-bundle.ts');
          await writeBundle(host, resolve(bundle), result);
        },
      );
    }
    const id =
      keep === null || interrupted
        ? undefined
        : await beside.keep('The result stands; it is not kept in a case.', () => keep(result));
    const document = id === undefined ? result : { ...result, case: id };
    await beside.keep(null, () =>
      deliver(flags, document, (paint) => resultText(result, paint), result.target.fqdn ?? result.target.name),
    );
    const troubled = await beside.end();
    return interrupted ? exitCodes.interrupted : (troubled ?? exitCodeOfResult(result));
  } finally {
    release();
    await host.dispose();
  }
}
