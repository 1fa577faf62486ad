import { AsyncLocalStorage } from 'node:async_hooks';
import { existsSync, mkdirSync, symlinkSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { CommandAnswer, CommandQuestion, Host } from '../../electron/host/host.ts';
import { wideExitFile } from './programs.ts';

/**
 * Gives each run of a program a folder of its own, with a link to the program in
 * it: so a program can leave there the whole of an exit code that Linux cuts to 8
 * bits, and the answer can say it, as on Windows.
 */
export function createRuns(box: string) {
  const folders = new AsyncLocalStorage<string>();
  let count = 0;
  return {
    /** Where the run that is asking finds a program. */
    link(program: string): string {
      const folder = folders.getStore();
      if (folder === undefined) return program;
      const link = join(folder, basename(program));
      // The Host asks reg about the code pages on its own account, in the middle of a run.
      if (!existsSync(link)) symlinkSync(program, link);
      return link;
    },
    async run(host: Host, question: CommandQuestion): Promise<CommandAnswer> {
      const folder = join(box, 'runs', String((count += 1)));
      mkdirSync(folder, { recursive: true });
      const answer = await folders.run(folder, () => host.run(question));
      const wide = await readFile(wideExitFile(folder), 'utf8').catch(() => null);
      // A box that is gone meanwhile took it with it.
      await rm(folder, { recursive: true, force: true });
      if (wide === null || answer.outcome !== 'exited') return answer;
      const exitCode = Number(wide);
      return { ...answer, exitCode, ok: (question.okExitCodes ?? [0]).includes(exitCode) };
    },
  };
}
