import { resolve } from 'node:path';
import type { Fleet } from '../../shared/fleet/fleet.ts';
import { namedFile, namedFolder } from '../app/named-file.ts';
import { UserError } from '../app/user-error.ts';
import { productVersion } from '../app/version.ts';
import { saveFile } from '../report/save.ts';
import { exitCodes } from './exit-codes.ts';
import { checkOutput, deliver, writtenWords, type OutputOptions } from './output.ts';
import type { AddCommand } from './run-cli.ts';

interface FleetFlags extends OutputOptions {
  csv?: string;
  html?: string;
  overwrite?: boolean;
}

export const addFleet: AddCommand = (program, finish) => {
  program
    .command('fleet')
    .argument('<folder>', 'result documents and evidence bundles of many servers, in any depth')
    .description('Makes one list of many servers: who has which cause, what they share, what is repaired.')
    .option('--json', 'prints the list as one JSON document')
    .option('--out <file>', 'writes it into a file instead of stdout')
    .option('--csv <file>', 'one line a server, for a spreadsheet; a folder means fleet.csv in it')
    .option('--html <file>', 'one page with pictures, without scripts; a folder means fleet.html in it')
    .option('--overwrite', 'replaces files of --csv and --html that are there already')
    .addHelpText(
      'after',
      '\nExit codes\n  0 every server is sound   1 at least one fails   3 none fails, but something could not be read or has no answer' +
        '\n\nExample\n  psdoctor fleet results --html fleet.html --csv fleet.csv',
    )
    .action(async (folder: string, flags: FleetFlags) => {
      await refuseSame(flags);
      await checkOutput(flags);
      const [{ readFleet }, { rollUp }] = await Promise.all([
        import('../fleet/read-fleet.ts'),
        import('../../shared/fleet/roll-up.ts'),
      ]);
      const fleet = rollUp(await readFleet(resolve(folder), { onProgress: progress() }), productVersion);
      const { fleetText } = await import('../../shared/fleet/text.ts');
      await deliver(flags, fleet, () => fleetText(fleet), 'fleet');
      await writeFiles(fleet, flags);
      finish(exitCodeOfFleet(fleet));
    });
};

/** Nothing that is unread or unanswered passes for sound. */
function exitCodeOfFleet({ counts, problem }: Fleet): number {
  if (counts.failing > 0) return exitCodes.failing;
  const complete = problem === null && counts.servers > 0 && counts.incomplete + counts.refused === 0;
  return complete ? exitCodes.ok : exitCodes.incomplete;
}

/** @throws UserError badArguments */
async function refuseSame({ csv, html }: FleetFlags): Promise<void> {
  if (csv === undefined || html === undefined || resolve(csv) !== resolve(html)) return;
  if ((await namedFolder(csv)) !== null) return;
  throw new UserError('badArguments', '--csv and --html name the same file. Nothing was written.');
}

async function writeFiles(fleet: Fleet, { csv, html, overwrite = false }: FleetFlags): Promise<void> {
  const save = async (path: string, inFolder: string, content: string) => {
    process.stderr.write(writtenWords(await saveFile(await namedFile(path, inFolder), content, overwrite)));
  };
  if (csv !== undefined) await save(csv, 'fleet.csv', (await import('../../shared/fleet/csv.ts')).fleetCsv(fleet));
  if (html !== undefined) {
    await save(html, 'fleet.html', (await import('../../shared/fleet/html/page.ts')).fleetHtml(fleet));
  }
}

/** A line every thousand files, on a terminal alone. */
function progress(stream: NodeJS.WriteStream = process.stderr): (files: number) => void {
  if (!stream.isTTY) return () => undefined;
  return (files) => {
    if (files % 1000 === 0) stream.write(`  ${files} files\n`);
  };
}
