import { tolerateClosedOutput } from './cli/closed-output.ts';
import { exitCodes } from './cli/exit-codes.ts';
import { watchSignals } from './cli/interruption.ts';

watchSignals();
tolerateClosedOutput();
const { runCli } = await import('./cli/run-cli.ts');
const exitCode = await runCli(process.argv.slice(2));
process.exitCode = exitCode;
// What was interrupted can still be running: only the answer is waited for.
if (exitCode === exitCodes.interrupted) process.stdout.write('', () => process.exit());
