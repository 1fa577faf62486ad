import { resolve } from 'node:path';
import { ownElevation } from '../app/own-elevation.ts';
import { dataFolder } from '../app/paths.ts';
import { openCaseStore, type CaseStore } from '../cases/store.ts';

/** Opens the cases below `--data`, or where this user's lie. @throws UserError refused, failed */
export async function openCases(data: string | undefined): Promise<CaseStore> {
  return openCaseStore(data === undefined ? dataFolder(await ownElevation()) : resolve(data));
}
