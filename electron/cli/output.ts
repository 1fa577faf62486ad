import { access, constants, realpath, stat, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { UserError } from '../app/user-error.ts';
import { writeFileAtomic } from '../app/write-atomic.ts';
import { inWords } from '../cases/disk-words.ts';
import { claimAnswer } from './interruption.ts';

/** Where a command's answer goes, and how. */
export interface OutputOptions {
  json?: boolean;
  /** A file, or a folder in which the document is written as `<server>.json`. */
  out?: string;
}

/**
 * Writes a command's one answer: JSON or text, on stdout or, with `--out`,
 * atomically into a file. Progress never comes here; it goes to stderr.
 *
 * @param serverName names the file when `--out` is a folder
 * @throws UserError badArguments where it cannot be written
 */
export async function deliver(
  options: OutputOptions,
  document: unknown,
  text: () => string,
  serverName: string,
): Promise<void> {
  if (!claimAnswer()) return;
  const path = options.out === undefined ? null : resolve(options.out);
  const toFolder = path !== null && (await isFolder(path));
  const json = options.json === true || toFolder;
  const content = contentOf(json, document, text);
  if (path === null) {
    process.stdout.write(content);
    return;
  }
  const file = toFolder ? join(path, `${fileNameOf(serverName)}.json`) : path;
  await checkFolderOf(file);
  await write(file, content);
  process.stderr.write(`Written to ${file}\n`);
}

/**
 * The same for what was changed: whether the answer finds its way into a file or not, it is given, and the change has
 * the exit code that it earned.
 */
export async function deliverChange(
  ...[options, document, text, serverName]: Parameters<typeof deliver>
): Promise<void> {
  try {
    await deliver(options, document, text, serverName);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    process.stderr.write(`${error.message} The answer is printed here instead.\n`);
    process.stdout.write(contentOf(options.json === true, document, text));
  }
}

/**
 * Looks whether `--out` can be written, before anything is done on the server.
 *
 * @throws UserError badArguments
 */
export async function checkOutput({ out }: OutputOptions): Promise<void> {
  if (out === undefined) return;
  const path = resolve(out);
  const folder = (await isFolder(path)) ? path : dirname(path);
  await checkFolderOf(join(folder, 'answer'));
  // As root everything is writable; the write itself has the last word.
  await access(folder, constants.W_OK).catch(() => {
    throw new UserError('badArguments', `The folder ${folder} may not be written to. Nothing was done.`);
  });
}

const contentOf = (json: boolean, document: unknown, text: () => string): string =>
  json ? `${JSON.stringify(document, null, 2)}\n` : text();

async function checkFolderOf(file: string): Promise<void> {
  if (await isFolder(dirname(file))) return;
  throw new UserError('badArguments', `There is no folder ${dirname(file)} to write into. Nothing was written.`);
}

/** A link is written through; what is no file (a pipe, a device) is written to and never replaced. */
async function write(file: string, content: string): Promise<void> {
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
}

const isFolder = (path: string): Promise<boolean> =>
  stat(path).then(
    (entry) => entry.isDirectory(),
    () => false,
  );

function fileNameOf(serverName: string): string {
  return serverName.replace(/[^A-Za-z0-9._-]/gu, '_');
}
