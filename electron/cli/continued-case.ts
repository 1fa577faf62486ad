import type { Case } from '../cases/case.ts';
import { whyUncompared } from '../cases/same-server.ts';
import type { CaseStore } from '../cases/store.ts';
import type { Host } from '../host/host.ts';
import { openCaseOf } from '../repairs/open-case.ts';
import { say } from './paint.ts';

/**
 * Opens the case that `--case` names, and says on stderr when it cannot be compared with the server.
 *
 * @throws UserError notFound, failed; refused for another server's
 */
export async function openContinuedCase(host: Host, cases: CaseStore, id: string): Promise<Case> {
  const kept = await openCaseOf({ host, cases }, id);
  const uncompared = whyUncompared(kept.about());
  if (uncompared !== null) say(`${uncompared}\n`);
  return kept;
}
