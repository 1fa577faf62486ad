import { parseArgs } from 'node:util';
import { Command, CommanderError } from 'commander';
import { logError, logFile, startLog } from '../app/log.ts';
import { UserError } from '../app/user-error.ts';
import { productVersion } from '../app/version.ts';
import { diskTrouble } from '../cases/disk-words.ts';
import { addAnalyze } from './analyze.ts';
import { addCases } from './cases.ts';
import { addDiagnose } from './diagnose.ts';
import { exitCodeOfError, exitCodes } from './exit-codes.ts';
import { addFleet } from './fleet.ts';
import { claimAnswer, InterruptedError, listen, oweAnswer } from './interruption.ts';
import { dataFolderOf } from './open-cases.ts';
import { say } from './paint.ts';
import { jsonText } from './json-text.ts';
import { addPlan } from './plan.ts';
import { addPractice } from './practice.ts';
import { addRepair } from './repair.ts';
import { addReport } from './report.ts';
import { addResume } from './resume.ts';
import { addScenarios } from './scenarios.ts';
import { addShow } from './show.ts';
import { addTour } from './tour.ts';
import { addUndo } from './undo.ts';
import { wrongUseWords } from './wrong-use.ts';

/** Registers one command; `finish` takes the exit code of its action. */
export type AddCommand = (program: Command, finish: (exitCode: number) => void) => void;

const commands: AddCommand[] = [
  addDiagnose,
  addAnalyze,
  addPlan,
  addRepair,
  addCases,
  addShow,
  addResume,
  addUndo,
  addReport,
  addFleet,
  addScenarios,
  addPractice,
  addTour,
];

/**
 * Runs one psdoctor command line.
 *
 * @returns the exit code; nothing is thrown, and no stack trace is printed
 */
export async function runCli(argv: readonly string[]): Promise<number> {
  let exitCode: number = exitCodes.ok;
  const program = new Command('psdoctor')
    .description('Finds out why an ITMS package server does not publish HTTPS codebases, and repairs it (KB172128).')
    .version(productVersion)
    .option('--debug', 'adds the technical trace of an error to stderr')
    .addHelpText('after', generalHelp)
    // What is wrong is told once, by `report`.
    .configureOutput({ outputError: () => undefined });
  for (const add of commands) add(program, (code) => (exitCode = code));
  for (const command of [program, ...program.commands]) {
    command.exitOverride((error) => {
      error.message = wrongUseWords(command, error);
      throw error;
    });
  }
  oweAnswer();
  let release = () => {};
  const interrupted = new Promise<never>((_resolve, reject) => {
    release = listen(() => reject(new InterruptedError()));
  });
  try {
    await Promise.race([interrupted, program.parseAsync(argv, { from: 'user' })]);
    return exitCode;
  } catch (error) {
    return await report(error, argv);
  } finally {
    release();
  }
}

const generalHelp = `
Targets
  windows                                this server (the default on Windows)
  practice:SCENARIO[:LANGUAGE[:BUILD]]   a simulated package server (the default elsewhere);
                                         @NAME behind it gives it a full name of its own
  recorded:PATH                          an evidence bundle from another server

Cases, and the log of an error of psdoctor's own (logs/psdoctor.log), lie in
  %ProgramData%\\PackageServerDoctor of an elevated run on Windows, else in the user's own data folder;
  --data DIR names another place

Exit codes
  0 no failing finding, or proven repaired   1 failing finding, or not repaired   2 wrong use, or it could not work
  3 incomplete or pending                    4 refused                            130 interrupted

Examples
  psdoctor diagnose
  psdoctor diagnose --target practice:stale-binding --json
  psdoctor analyze sslcert.txt applicationHost.config agent.log
  psdoctor report evidence.zip --redact --html report.html
  psdoctor plan rebind-certificate
  psdoctor repair rebind-certificate --yes
  psdoctor cases
  psdoctor fleet results --html fleet.html
  psdoctor undo 2026-01-31-01-ps07 --yes`;

/** With `report` the option names a file, and stdout is for the summary. */
const printsJson = (argv: readonly string[]): boolean => argv.includes('--json') && !argv.includes('report');

async function report(error: unknown, argv: readonly string[]): Promise<number> {
  if (error instanceof CommanderError) {
    if (error.exitCode === 0) return exitCodes.ok;
    // Without a command the help was printed.
    if (error.code !== 'commander.help') tell(argv, 'badArguments', error.message);
    return exitCodes.wrongUse;
  }
  if (error instanceof InterruptedError) {
    tell(argv, 'interrupted', 'Interrupted before there was an answer. No repair had begun.');
    return exitCodes.interrupted;
  }
  const told = error instanceof UserError ? error : await diskTrouble(error);
  const code = told?.code ?? 'failed';
  tell(argv, code, told?.message ?? (await unexpected(error, argv)));
  if (argv.includes('--debug') && error instanceof Error) say(`${error.stack ?? ''}\n`);
  return exitCodeOfError(code);
}

function tell(argv: readonly string[], code: string, message: string): void {
  // An answer that was given stays the only one.
  if (printsJson(argv) && claimAnswer()) printError(code, message);
  else say(`${message}\n`);
}

async function unexpected(error: unknown, argv: readonly string[]): Promise<string> {
  const what = error instanceof Error ? error.message : String(error);
  const trace = await logged(error, argv);
  return `psdoctor stopped because of an error of its own: ${what}. Nothing more was done. ${trace ?? 'Run it again with --debug and report what it prints.'}`;
}

/** Where the trace of an error is; null where it could not be written. */
async function logged(error: unknown, argv: readonly string[]): Promise<string | null> {
  const { values } = parseArgs({ args: [...argv], options: { data: { type: 'string' } }, strict: false });
  const data = typeof values.data === 'string' ? values.data : undefined;
  startLog(await dataFolderOf(data), 'psdoctor');
  const command = argv.find((argument) => !argument.startsWith('-')) ?? '';
  return (await logError(command, error)) ? `Its trace is in ${logFile()}: report that.` : null;
}

function printError(code: string, message: string): void {
  const document = { format: 'package-server-doctor/error', version: 1, code, message };
  process.stdout.write(jsonText(document));
}
