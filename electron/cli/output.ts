import { access, constants, realpath, stat, writeFile } from 'node:fs/promises';
import { dirname, extname, resolve } from 'node:path';
import { isFolder } from '../app/make-folder.ts';
import { namedFile, namedFolder } from '../app/named-file.ts';
import { UserError } from '../app/user-error.ts';
import { writeFileAtomic } from '../app/write-atomic.ts';
import { inWords } from '../cases/disk-words.ts';
import { claimAnswer } from './interruption.ts';
import { jsonText } from './json-text.ts';
import { readable, say, showsColours, type Paint } from './paint.ts';

/** How --help tells of `--out`: an engine writes the answer of a server into the same file again and again. */
export const outWords = (what: string): string =>
  `${what} instead of stdout; an older one there is replaced, and stderr says so`;

/** Of commands that answer about one server. */
export const outOfServer = outWords('writes it into a file, or into a folder as <fqdn>.json,');

/** Where a command's answer goes, and how. */
export interface OutputOptions {
  json?: boolean;
  /** A file, or a folder in which the document is written as `<server>.json`. */
  out?: string;
}

/**
 * Writes a command's one answer: JSON or text, on stdout or, with `--out`,
 * atomically into a file. Progress never comes here; it goes to stderr. An answer
 * whose file cannot be written is given on stdout, so that it is never lost.
 *
 * @param serverName names the file when `--out` is a folder
 * @throws UserError badArguments where the file could not be written; the answer was given
 */
export async function deliver(
  { json = false, out }: OutputOptions,
  document: unknown,
  text: (paint: Paint) => string,
  serverName: string,
): Promise<void> {
  if (!claimAnswer()) return;
  if (out === undefined) {
    process.stdout.write(contentOf(json, document, text, process.stdout));
    return;
  }
  try {
    const asDocument = json || (await namedFolder(out)) !== null;
    const file = await namedFile(out, `${fileNameOf(serverName)}.json`);
    const isNew = await write(file, contentOf(asDocument, document, text));
    say(isNew ? writtenWords(file) : `Written to ${file}, in the place of an older one.\n`);
    if (!asDocument && /\.json$/iu.test(file)) say('It is text; with --json it would be the document.\n');
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    process.stdout.write(contentOf(json, document, text, process.stdout));
    throw new UserError('badArguments', `${error.message} The answer is printed on stdout instead.`);
  }
}

/** The same for what was changed: the change has the exit code that it earned, whether its answer came into the file or not. */
export async function deliverChange(...answer: Parameters<typeof deliver>): Promise<void> {
  try {
    await deliver(...answer);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    say(`${error.message}\n`);
  }
}

/**
 * Looks whether `--out` can be written, before anything is done.
 *
 * @throws UserError badArguments
 */
export async function checkOutput({ out }: OutputOptions): Promise<void> {
  if (out === undefined) return;
  const named = await namedFolder(out);
  const folder = named === null ? dirname(resolve(out)) : await nearestThere(named);
  if (!(await isFolder(folder))) {
    const what =
      named === null
        ? `There is no folder ${folder} to write into; make it, or name another place.`
        : `${folder} is a file, and --out names a folder there; name another place, or move the file away.`;
    throw new UserError('badArguments', `${what} Nothing was done.`);
  }
  // As root everything is writable; the write itself has the last word.
  await access(folder, constants.W_OK).catch(() => {
    throw new UserError('badArguments', `The folder ${folder} may not be written to. Nothing was done.`);
  });
}

/** The folder, or the nearest above it that is there: where one would be made. */
async function nearestThere(folder: string): Promise<string> {
  const isThere = await stat(folder).then(
    () => true,
    () => false,
  );
  return isThere || dirname(folder) === folder ? folder : nearestThere(dirname(folder));
}

const contentOf = (
  json: boolean,
  document: unknown,
  text: (paint: Paint) => string,
  stream: NodeJS.WriteStream | null = null,
): string => (json ? jsonText(document) : readable(text, stream !== null && showsColours(stream)));

/** Tells of a file that was not there before; one without an extension may have been meant for a folder. */
export const writtenWords = (file: string): string =>
  `Written to ${file}${extname(file) === '' ? ', a file: a folder that is not there yet is named with a slash at its end.' : ''}\n`;

/**
 * A link is written through; what is no file (a pipe, a device) is written to and never replaced.
 *
 * @returns whether nothing was replaced
 */
async function write(file: string, content: string): Promise<boolean> {
  const there = await stat(file).catch(() => null);
  try {
    await inWords(file, async () => {
      if (there === null) await writeFileAtomic(file, content);
      else if (there.isFile()) await writeFileAtomic(await realpath(file), content);
      else await writeFile(file, content);
    });
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    throw new UserError('badArguments', `The answer could not be written: ${error.message}`);
  }
  return there === null || !there.isFile();
}

/** A name as the file of a folder has it, without its ending. */
export function fileNameOf(serverName: string): string {
  return serverName.replace(/[^A-Za-z0-9._-]/gu, '_');
}
