import { UserError } from '../app/user-error.ts';
import { diskTrouble } from '../cases/disk-words.ts';
import { exitCodeOfError } from './exit-codes.ts';
import { say } from './paint.ts';

/** What is kept beside an answer (evidence, a case). Where that fails, the answer is given all the same. */
export function keepBeside() {
  const troubles: { error: unknown; meaning: string | null }[] = [];
  return {
    /** Does it; what goes wrong is told at the end, with what it means. */
    async keep<T>(meaning: string | null, work: () => Promise<T>): Promise<T | undefined> {
      try {
        return await work();
      } catch (error) {
        troubles.push({ error, meaning });
        return undefined;
      }
    },
    /**
     * Tells on stderr what went wrong, once the answer is given.
     *
     * @returns the exit code that it leads to, or null
     * @throws what is an error of our own
     */
    async end(): Promise<number | null> {
      let exitCode: number | null = null;
      for (const { error, meaning } of troubles) {
        const told = error instanceof UserError ? error : await diskTrouble(error);
        if (told === null) throw error;
        say(`${told.message}${meaning === null ? '' : ` ${meaning}`}\n`);
        exitCode ??= exitCodeOfError(told.code);
      }
      return exitCode;
    },
  };
}
