import type { EvidenceView } from '../../shared/model/evidence-view.ts';
import type { RepairId } from '../../shared/model/repair-id.ts';
import { repairTitles } from '../../shared/report/words.ts';
import { duration } from './format.ts';

export { sourceWords } from '../../shared/rules/source-words.ts';

export const evidenceWords = {
  title: 'Evidence',
  nothingSelected: 'Choose a finding or a place of the chain to see what it rests on.',
  answers: (count: number) => (count === 1 ? 'The answer it rests on' : `The ${count} answers it rests on`),
  noAnswers: 'It rests on no recorded answer.',
  notThere: 'This answer was not recorded.',
  reading: 'Reading …',
  empty: 'The answer is empty.',
  truncated: 'Only the beginning is shown. Copy and raw bytes are cut in the same way.',
  filtered: (what: string) => `Taken out before it was recorded: ${what}.`,
  tidied: 'Padding is left out here; Copy and raw bytes have it as it came.',
  beforeRepair: 'As it was found before the repair.',
  phases: 'Which answer',
  raw: 'Raw bytes',
  text: 'Text',
  close: 'Close the evidence',
};

/** When in the life of a repair an answer was given; the phases of the evidence bundle. */
export function phaseWords(phase: string): string {
  if (phase === 'before') return 'Before the repair';
  if (phase === 'after') return 'After it';
  if (phase === 'undo' || phase === 'resume') return phase === 'undo' ? 'While it was taken back' : 'While it went on';
  const title = repairTitles[phase as RepairId] as string | undefined;
  return title === undefined ? phase : `During: ${title}`;
}

const outcomes: Record<string, string> = {
  exited: 'ended',
  read: 'read',
  listed: 'listed',
  completed: 'completed',
  reset: 'reset by the server',
  closed: 'closed by the server',
  refused: 'refused',
  timedOut: 'timed out',
  cancelled: 'cancelled',
  tooLarge: 'too large',
  notFound: 'not there',
  spawnFailed: 'could not be started',
  accessDenied: 'access denied',
  locked: 'locked by another program',
  protocol: 'protocol error',
  otherError: 'failed',
  failed: 'failed',
  notRecorded: 'not recorded',
};

/** `exit 0 after 58 ms, OEM 850`: how an answer came, in one line. */
export function howItCame({ outcome, exitCode, durationMs, encoding }: EvidenceView): string {
  const end = exitCode === null ? (outcomes[outcome] ?? outcome) : `exit ${exitCode}`;
  return [`${end} after ${duration(durationMs)}`, ...(encoding === null ? [] : [`decoded as ${encoding}`])].join(', ');
}
