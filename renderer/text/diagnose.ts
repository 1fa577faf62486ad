import type { UnknownReason } from '../../shared/model/fact.ts';
import type { ProbeProgress } from '../../shared/model/wizard-state.ts';
import { counted, ofAll } from './common.ts';

export const diagnoseWords = {
  title: 'Diagnose',
  running: 'Asking the server',
  again: 'Check again',
  cancelAll: 'Cancel all',
  cancel: 'Cancel',
  cancelOne: (title: string) => `Cancel: ${title}`,
  sources: 'Sources',
  answered: (some: number, all: number) => `${ofAll(some, all)} have answered`,
  asked: (all: number, unanswered: number) =>
    unanswered === 0
      ? `${counted(all, 'source')} answered`
      : `${counted(all, 'source')}, ${unanswered} without an answer`,
  failed: (what: string) => `The diagnosis could not be finished: ${what}`,
  cancelled: 'The diagnosis was cancelled. What had answered by then is judged below; what had not is not known.',
  waitingForVerdict: 'The verdict comes when every source has answered or was cancelled.',

  notes: 'What was sent',
  notLive: {
    files:
      'This was sent, not asked: it is judged as it stands, at the time that it tells. Nothing can be repaired from here.',
    case: 'This is what a case kept, not the server as it is now. Start a diagnosis of the server to see that.',
  },

  noCause: 'No cause was named',
  because: 'Because',
  against: 'Against',
  advice: 'What to do',
  alsoPossible: 'Also found',
  showRemedy: 'Show the remedy',
  showAdvice: 'Show what to do first',
};

const reasonWords: Record<UnknownReason, string> = {
  notElevated: 'needs administrator rights',
  timedOut: 'timed out',
  cancelled: 'cancelled',
  failed: 'failed',
  tooLarge: 'answer too large',
  notInstalled: 'not installed',
  unsupported: 'not supported here',
  notRecorded: 'not recorded',
};

/** How a probe stands, in a word or two. */
export function probeWords({ state, reason }: ProbeProgress): string {
  if (state === 'waiting') return 'waiting';
  if (state === 'running') return 'asking';
  if (state === 'known') return 'answered';
  return reason === undefined ? 'not known' : reasonWords[reason];
}
