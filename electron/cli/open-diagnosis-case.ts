import type { Result } from '../../shared/model/result.ts';
import { UserError } from '../app/user-error.ts';
import { caseServerOf } from '../cases/same-server.ts';
import { keepingEvidence } from '../cases/keeping-evidence.ts';
import type { RecordingHost } from '../host/recording.ts';
import { openContinuedCase } from './continued-case.ts';
import { openCases, tellNotKept } from './open-cases.ts';
import { say } from './paint.ts';

/**
 * Makes sure, before the server is asked, that a diagnosis can be kept.
 *
 * @param named the case that goes on, or true for a new one
 * @returns what keeps the result and gives the case's id
 * @throws UserError badArguments for a recording; notFound, failed, refused
 */
export async function openDiagnosisCase(
  host: RecordingHost,
  named: string | true,
  data: string | undefined,
): Promise<(result: Result) => Promise<string>> {
  if (host.kind === 'recorded') {
    throw new UserError('badArguments', 'A case belongs to a server. This is a recording of one, and kept as it is.');
  }
  const cases = keepingEvidence(await openCases(data, false), host, tellNotKept);
  const continued = named === true ? null : await openContinuedCase(host, cases, named);
  return async (result) => {
    const { startedAt: now, target } = result;
    const kept = continued ?? (await cases.create({ ...(await caseServerOf(host)), server: target.fqdn, now }));
    await kept.saveFound(result);
    say(`Kept in case ${kept.id}\n`);
    return kept.id;
  };
}
