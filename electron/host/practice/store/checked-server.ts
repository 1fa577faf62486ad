import { UserError } from '../../../app/user-error.ts';
import { World } from '../model/world.ts';
import { folderStore, giveIdentity, readKept } from './folder-store.ts';
import type { WorldStore } from './world-store.ts';

/** The server that is kept in a folder, once its whole state was looked at. @throws UserError notFound, failed */
export async function checkedServer(dir: string): Promise<WorldStore> {
  await giveIdentity(dir);
  if (World.safeParse(await readKept(dir)).success) return folderStore(dir);
  throw new UserError('failed', `The practice server in ${dir} is damaged. Choose another folder, or delete this one.`);
}
