import { exitCodeOfResult } from '../diagnosis/exit-code.ts';
import { checkOutput, deliver, outOfServer, type OutputOptions } from './output.ts';
import { say } from './paint.ts';
import type { AddCommand } from './run-cli.ts';

export const addAnalyze: AddCommand = (program, finish) => {
  program
    .command('analyze')
    .argument(
      '<file...>',
      'what somebody sent, in any mixture: listings of "netsh http show sslcert", applicationHost.config or a fragment, agent logs, certificates, registry exports, evidence bundles',
    )
    .description('Judges loose files, recognised by their content. What was not sent is marked as not run.')
    .option('--json', 'prints the result as one JSON document')
    .option('--out <file>', outOfServer)
    .addHelpText('after', '\nExample\n  psdoctor analyze sslcert.txt applicationHost.config agent.log')
    .action(async (files: string[], flags: OutputOptions) => {
      await checkOutput(flags);
      const [{ analyzeFiles }, { analysisText }] = await Promise.all([
        import('../analyze/analyze.ts'),
        import('../analyze/text.ts'),
      ]);
      const result = await analyzeFiles(files);
      for (const note of result.notes ?? []) say(`${note}\n`);
      await deliver(flags, result, (paint) => analysisText(result, paint), result.target.fqdn ?? 'analysis');
      finish(exitCodeOfResult(result));
    });
};
