import type { EvidenceView } from '../model/evidence-view.ts';
import type { AfterReboot } from '../model/after-reboot.ts';
import type { RepairId } from '../model/repair-id.ts';
import type { Command, RepairOutcome } from '../model/repair.ts';
import type { Result } from '../model/result.ts';

/** One step of a repair as the journal tells it. Times are ISO-8601 UTC. */
export interface ChangeStep {
  words: string;
  command: Command | null;
  /** Where it stands: `done`, `failed`, `undone`, `waiting` and so on. */
  state: string;
  startedAt: string | null;
  endedAt: string | null;
  /** When it was taken back; null when it was not. */
  undoneAt: string | null;
  detail: string;
  undo: { words: string; command: Command | null } | null;
  /** Why there is no undo, where the plan said so. */
  noUndo: string | null;
}

/** One repair: what was changed, when, and how it ended. */
export interface Change {
  repair: RepairId;
  begunAt: string;
  endedAt: string | null;
  /** Null when it did not come to its end. */
  outcome: RepairOutcome | null;
  detail: string;
  /** Who confirmed the plan; null where that was not kept. */
  confirmedBy: string | null;
  steps: ChangeStep[];
  /** Why it was taken back, or null. */
  undoing: string | null;
  /** Files of the case that hold the state before, and appcmd's backups by their names. */
  backups: string[];
  /** The looks after restarts of Windows, oldest first. */
  afterReboot: AfterReboot[];
  /** Who tells it. A bundle tells how it ended, and neither steps nor backups. */
  toldBy: 'journal' | 'bundle';
}

/** A recorded answer of the server, as far as a report shows it. */
export type ReportAnswer = Pick<
  EvidenceView,
  | 'name'
  | 'kind'
  | 'title'
  | 'at'
  | 'durationMs'
  | 'outcome'
  | 'exitCode'
  | 'encoding'
  | 'text'
  | 'truncated'
  | 'filtered'
> & { phase: string };

/** What redaction did to everything in this report. */
export interface RedactionNote {
  /** The kinds of things that were replaced, each with the number of different values. */
  hidden: { what: string; count: number }[];
  /** What was left as it is, in sentences. */
  stays: string[];
}

/** All that a report says, in any format; after redaction it holds no original value. */
export interface ReportDocument {
  product: { version: string };
  /** When the report was made. */
  createdAt: string;
  about: { ticket: string; engineer: string };
  case: { id: string; folder: string } | null;
  /** The newest result. */
  result: Result;
  /** What was found before the first repair; null when nothing was repaired. */
  before: Result | null;
  changes: Change[];
  /** Why it is not known whether anything was changed, in sentences; null where `changes` has all of it. */
  changesUnknown: string | null;
  evidence: ReportAnswer[];
  redaction: RedactionNote | null;
}
