import { diskMeaning } from '../cases/disk-words.ts';
import { exitCodes } from './exit-codes.ts';
import { say } from './paint.ts';

/**
 * A reader that has seen enough (`| head -1`) is no error: the exit code stays
 * that of the command. A place that takes no more (a full disk) is told in a sentence.
 */
export function tolerateClosedOutput(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') return;
    say(`The answer could not be written: ${diskMeaning(error.code) ?? error.message}.\n`);
    process.once('exit', () => (process.exitCode = exitCodes.wrongUse));
  });
  process.stderr.on('error', () => undefined);
}
