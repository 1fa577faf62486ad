import { resolve } from 'node:path';
import { ownElevation } from '../app/own-elevation.ts';
import { dataFolder } from '../app/paths.ts';
import { openCaseStore, type CaseStore } from '../cases/store.ts';
import { say } from './paint.ts';

/**
 * Opens the cases below `--data`, or where this user's lie.
 *
 * @param looks whether they are only looked at: then no folder is made
 * @throws UserError refused, failed
 */
export async function openCases(data: string | undefined, looks = true): Promise<CaseStore> {
  return openCaseStore(await dataFolderOf(data), { looks });
}

/** A case without its evidence is still a case: a person hears of it, and the work goes on. */
export function tellNotKept(error: unknown): void {
  say(`The answers of the server are not kept with the case: ${(error as Error).message}\n`);
}

/** Where cases, evidence and the log lie: below `--data`, or in this user's own place. */
export const dataFolderOf = async (data: string | undefined): Promise<string> =>
  data === undefined ? dataFolder(await ownElevation()) : resolve(data);
