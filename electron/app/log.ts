import { appendFileSync, existsSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { dataFolderAdvice, makeTrustedFolder, whyLooseHere } from '../cases/trusted-folder.ts';
import { withoutSecretWords } from './log-secrets.ts';

/** What writes a log; each has a file of its own. */
type Program = 'wizard' | 'psdoctor';
const programs: readonly Program[] = ['wizard', 'psdoctor'];

/** Of one file, in bytes. With those it was before, a program's log has four of them. */
const mostBytes = 1024 * 1024;
const older = ['.1', '.2', '.3'];

interface Place {
  folder: string;
  program: Program;
}

let place: Place | null = null;
let startedWith: (chosen: Place) => void;
const started = new Promise<Place>((resolve) => (startedWith = resolve));

/** Says where the log goes; what was logged before waits for this. The first call counts. */
export function startLog(data: string, program: Program): void {
  place ??= { folder: data, program };
  startedWith(place);
}

const fileOf = (data: string, program: Program, age = ''): string => join(data, 'logs', `${program}${age}.log`);

/** The file that this program logs to, for the words of an error; null before it is known. */
export const logFile = (): string | null => (place === null ? null : fileOf(place.folder, place.program));

/** Writes an error that no person caused. Settles with whether it is in the file. */
export const logError = (where: string, error: unknown): Promise<boolean> => write('error', where, error);

/** Writes something that a person decided. */
export const logNotice = (where: string, words: string): Promise<boolean> => write('notice', where, words);

async function write(level: string, where: string, what: unknown): Promise<boolean> {
  try {
    const at = await (trusted ??= started.then(trust));
    const said = what instanceof Error ? (what.stack ?? what.message) : String(what);
    append(at, withoutSecretWords(`${new Date().toISOString()} ${level} ${where}: ${said}`));
    return true;
  } catch {
    // There is no place left to say it.
    return false;
  }
}

let trusted: Promise<Place> | undefined;

/** @throws UserError when others can write to the data folder */
async function trust(at: Place): Promise<Place> {
  await makeTrustedFolder(at.folder, whyLooseHere, dataFolderAdvice);
  return at;
}

/** At once, and in one piece: the process may be about to end, and another of the same program may write too. */
function append({ folder, program }: Place, entry: string): void {
  const file = fileOf(folder, program);
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) + entry.length > mostBytes) moveOn(folder, program);
  // A line that begins at the edge begins an entry.
  appendFileSync(file, `${entry.replaceAll('\n', '\n    ')}\n`, { mode: 0o600 });
}

/** Each file becomes the one before it; the oldest goes. */
function moveOn(folder: string, program: Program): void {
  const files = ['', ...older].map((age) => fileOf(folder, program, age)).toReversed();
  for (const [index, file] of files.slice(1).entries()) {
    if (existsSync(file)) renameSync(file, files[index] ?? file);
  }
}

/** All that both programs have logged below a data folder, oldest first; empty when there is nothing. */
export async function readLogs(data: string): Promise<string> {
  const files = programs.flatMap((program) => [...older.toReversed(), ''].map((age) => fileOf(data, program, age)));
  const texts = await Promise.all(files.map((path) => readFile(path, 'utf8').catch(() => '')));
  return texts.join('');
}
