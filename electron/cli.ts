import { runCli } from './cli/run-cli.ts';
import { tolerateClosedOutput } from './cli/closed-output.ts';

tolerateClosedOutput();
process.exitCode = await runCli(process.argv.slice(2));
