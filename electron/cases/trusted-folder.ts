import { makeFolder } from '../app/make-folder.ts';
import { UserError } from '../app/user-error.ts';
import { inWords } from './disk-words.ts';
import { whyModeIsLoose } from './folder-safety.ts';
import { whyWindowsFolderIsLoose } from './windows-folder-guard.ts';

/** Why a folder is looser than it may be, or null. */
export type WhyLoose = (folder: string) => Promise<string | null>;

/** By this system's own rights. */
export const whyLooseHere: WhyLoose = process.platform === 'win32' ? whyWindowsFolderIsLoose : whyModeIsLoose;

/** What a person can do about a data folder that is looser. */
export const dataFolderAdvice =
  'Whoever can write there could have repairs of their own run. Give it to administrators alone, or start the wizard or psdoctor with another folder (--data DIR).';

/**
 * Makes a folder where it is missing, and refuses one that others can write to:
 * what lies there decides what an elevated process does.
 *
 * @param advice what a person can do about it
 * @throws UserError refused, failed
 */
export async function makeTrustedFolder(path: string, whyLoose: WhyLoose, advice: string): Promise<void> {
  await inWords(path, () => makeFolder(path, 0o700));
  await trustFolder(path, whyLoose, advice);
}

/** Refuses a folder that others can write to. @throws UserError refused, failed */
export async function trustFolder(path: string, whyLoose: WhyLoose, advice: string): Promise<void> {
  const loose = await inWords(path, () => whyLoose(path));
  if (loose !== null) throw new UserError('refused', `The data folder ${path} cannot be trusted: ${loose}. ${advice}`);
}
