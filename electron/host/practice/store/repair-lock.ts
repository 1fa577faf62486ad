import { createHash, randomUUID } from 'node:crypto';
import { realpath } from 'node:fs/promises';

/**
 * A Host's `repairLock` for a practice server: a kept one is its folder, however
 * that is written; one in memory is seen by nobody else.
 *
 * @param dir an existing folder
 */
export async function practiceRepairLock(dir: string | undefined): Promise<string> {
  const place =
    dir === undefined
      ? randomUUID()
      : createHash('sha256')
          .update(await realpath(dir))
          .digest('hex');
  // The name of an abstract socket has 107 bytes at most.
  return `PackageServerDoctor.practice.${place.slice(0, 32)}`;
}
