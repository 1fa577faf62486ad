import type { UnknownReason } from '../../shared/model/fact.ts';
import type { CommandOutcome, FileOutcome } from '../host/host.ts';
import type { ProbeContext } from './probe.ts';

type Failure = Exclude<CommandOutcome | FileOutcome, 'exited' | 'read' | 'accessDenied'>;

const failures: Readonly<Record<Failure, { reason: UnknownReason; words: string }>> = {
  timedOut: { reason: 'timedOut', words: 'did not answer in time' },
  cancelled: { reason: 'cancelled', words: 'was cancelled' },
  tooLarge: { reason: 'tooLarge', words: 'gave more than can be read' },
  notFound: { reason: 'notInstalled', words: 'is not on this server' },
  spawnFailed: { reason: 'failed', words: 'could not be started' },
  locked: { reason: 'failed', words: 'is locked by another program' },
  failed: { reason: 'failed', words: 'could not be read' },
  notRecorded: { reason: 'notRecorded', words: 'is not part of the recording' },
};

/** Why an answer is missing, in the facts' terms and in words for a person. */
export const failureOf = (outcome: Failure): { reason: UnknownReason; words: string } => failures[outcome];

/** Access denied means missing rights, unless the rights are known to be there: then it is a failure of its own. */
export async function deniedReason(context: ProbeContext): Promise<UnknownReason> {
  const elevation = await context.fact('elevation');
  return elevation.state === 'known' && elevation.value.elevated ? 'failed' : 'notElevated';
}
