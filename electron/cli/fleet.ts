import { stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Fleet } from '../../shared/fleet/fleet.ts';
import { namedFile, namedFolder } from '../app/named-file.ts';
import { UserError } from '../app/user-error.ts';
import { productVersion } from '../app/version.ts';
import { expectedNames } from '../fleet/expected-names.ts';
import { refuseTaken, saveFile } from '../report/save.ts';
import { exitCodes } from './exit-codes.ts';
import { checkOutput, deliver, writtenWords, type OutputOptions } from './output.ts';
import { say } from './paint.ts';
import type { AddCommand } from './run-cli.ts';

interface FleetFlags extends OutputOptions {
  csv?: string;
  html?: string;
  overwrite?: boolean;
  expect?: string;
}

export const addFleet: AddCommand = (program, finish) => {
  program
    .command('fleet')
    .argument('<folder>', 'result documents and evidence bundles of many servers, in any depth')
    .description('Makes one list of many servers: who has which cause, what they share, what is repaired.')
    .option('--json', 'prints the list as one JSON document')
    .option('--out <file>', 'writes it into a file instead of stdout; a folder means fleet.json in it')
    .option('--csv <file>', 'one line a server, for a spreadsheet; a folder means fleet.csv in it')
    .option('--html <file>', 'one page with pictures, without scripts; a folder means fleet.html in it')
    .option('--overwrite', 'replaces files of --out, --csv and --html that are there already; without it they are kept')
    .option(
      '--expect <file>',
      'the names of the servers that should be in the list, one a line (# begins a comment, also behind a name): those without a result are told',
    )
    .addHelpText(
      'after',
      '\nExit codes\n  0 every server is sound   1 at least one fails   3 none fails, but something could not be read,\n  has no answer, or a server of --expect has no result   2 wrong use, or a file is there already' +
        '\n\nOf each server the newest result counts. Copies of it, and its evidence beside it, are no older results.' +
        '\n\nExamples\n  psdoctor fleet results --html fleet.html --csv fleet.csv\n  psdoctor fleet results --expect servers.txt --json --out list.json --overwrite',
    )
    .action(async (folder: string, flags: FleetFlags) => {
      await refuseSame(flags);
      await checkOutput(flags);
      await refuseKept(flags);
      const expected = flags.expect === undefined ? null : await expectedNames(resolve(flags.expect));
      const [{ readFleet }, { rollUp }] = await Promise.all([
        import('../fleet/read-fleet.ts'),
        import('../../shared/fleet/roll-up.ts'),
      ]);
      const fleet = rollUp(await readFleet(resolve(folder), { onProgress: progress() }), productVersion, expected);
      const { fleetText } = await import('../../shared/fleet/text.ts');
      await deliver(flags, fleet, () => fleetText(fleet), 'fleet');
      await writeFiles(fleet, flags);
      finish(exitCodeOfFleet(fleet));
    });
};

/** Nothing that is unread or unanswered passes for sound. */
function exitCodeOfFleet({ counts, problem, expected }: Fleet): number {
  if (counts.failing > 0) return exitCodes.failing;
  const missing = expected === null ? 0 : expected.missing.length;
  const complete = problem === null && counts.servers > 0 && counts.incomplete + counts.refused + missing === 0;
  return complete ? exitCodes.ok : exitCodes.incomplete;
}

/** Each option that names a file, and what the file is called in a folder. */
const fileNames = { out: 'fleet.json', csv: 'fleet.csv', html: 'fleet.html' } as const;
const options = ['out', 'csv', 'html'] as const;

/** Without making any: where each option's file will lie. */
async function placeOf(option: keyof typeof fileNames, path: string): Promise<string> {
  const named = await namedFolder(path);
  return named === null ? resolve(path) : join(named, fileNames[option]);
}

/** @throws UserError badArguments */
async function refuseSame(flags: FleetFlags): Promise<void> {
  const places = new Map<string, string>();
  for (const option of options) {
    const path = flags[option];
    if (path === undefined) continue;
    const place = await placeOf(option, path);
    const other = places.get(place);
    if (other !== undefined) {
      throw new UserError('badArguments', `--${other} and --${option} name the same file. Nothing was written.`);
    }
    places.set(place, option);
  }
}

/** Ten thousand results are not read for a list that cannot be kept. @throws UserError badArguments */
async function refuseKept(flags: FleetFlags): Promise<void> {
  if (flags.overwrite === true) return;
  for (const option of options) {
    const path = flags[option];
    if (path === undefined) continue;
    const place = await placeOf(option, path);
    // What is written to and never replaced, such as a pipe, holds nothing to keep.
    if ((await stat(place).catch(() => null))?.isFile() === true) await refuseTaken(place);
  }
}

async function writeFiles(fleet: Fleet, { csv, html, overwrite = false }: FleetFlags): Promise<void> {
  const save = async (path: string, inFolder: string, content: string) => {
    say(writtenWords(await saveFile(await namedFile(path, inFolder), content, overwrite)));
  };
  if (csv !== undefined) await save(csv, fileNames.csv, (await import('../../shared/fleet/csv.ts')).fleetCsv(fleet));
  if (html !== undefined) {
    await save(html, fileNames.html, (await import('../../shared/fleet/html/page.ts')).fleetHtml(fleet));
  }
}

/** A line every thousand files, on a terminal alone. */
function progress(stream: NodeJS.WriteStream = process.stderr): (files: number) => void {
  if (!stream.isTTY) return () => undefined;
  return (files) => {
    if (files % 1000 === 0) stream.write(`  ${files} files\n`);
  };
}
