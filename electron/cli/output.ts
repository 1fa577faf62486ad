import { stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { UserError } from '../app/user-error.ts';
import { writeFileAtomic } from '../app/write-atomic.ts';
import { inWords } from '../cases/disk-words.ts';

/** Where a command's answer goes, and how. */
export interface OutputOptions {
  json?: boolean;
  /** A file, or a folder in which the file is named after the server. */
  out?: string;
}

/**
 * Writes a command's one answer: JSON or text, on stdout or, with `--out`,
 * atomically into a file. Progress never comes here; it goes to stderr.
 *
 * @param serverName names the file when `--out` is a folder
 * @throws UserError badArguments where there is no such folder, failed where the file cannot be written
 */
export async function deliver(
  options: OutputOptions,
  document: unknown,
  text: () => string,
  serverName: string,
): Promise<void> {
  const content = options.json === true ? `${JSON.stringify(document, null, 2)}\n` : text();
  if (options.out === undefined) {
    process.stdout.write(content);
    return;
  }
  const path = resolve(options.out);
  const toFolder = await isFolder(path);
  const extension = options.json === true ? 'json' : 'txt';
  const file = toFolder ? join(path, `${fileNameOf(serverName)}.${extension}`) : path;
  if (!(await isFolder(dirname(file)))) {
    throw new UserError('badArguments', `There is no folder ${dirname(file)} to write into. Nothing was written.`);
  }
  await inWords(file, () => writeFileAtomic(file, content));
  process.stderr.write(`Written to ${file}\n`);
}

const isFolder = (path: string): Promise<boolean> =>
  stat(path).then(
    (entry) => entry.isDirectory(),
    () => false,
  );

function fileNameOf(serverName: string): string {
  return serverName.replace(/[^A-Za-z0-9._-]/gu, '_');
}
