import type { FactName, FactValue } from '../../shared/model/facts.ts';
import type { UnknownReason } from '../../shared/model/fact.ts';
import type { Finding } from '../../shared/model/finding.ts';

/** What a source that came only in part can still answer. */
export interface Share {
  /** Whether a finding that rests on it holds, whatever is in the part that is missing. */
  holds(finding: Finding): boolean;
  /** What is missing, for the findings that do not hold. */
  reason: UnknownReason;
  words: string;
}

/** One fact as one file tells it. */
export interface Reading<N extends FactName = FactName> {
  fact: N;
  /** The file, as findings cite it. */
  file: string;
  /** Null when the file holds the source, and it cannot be read: why says `problem`. */
  value: FactValue<N> | null;
  problem?: string;
  /** Absent when the source came whole. */
  share?: Share;
}

/** What was found in one file. */
export interface Found {
  readings: Reading[];
  /** In sentences without the file's name, for the person who sent it. */
  notes: string[];
}

/** Gives a reading the type of its fact. */
export const reading = <N extends FactName>(fact: N, file: string, value: FactValue<N>, share?: Share): Reading =>
  ({ fact, file, value, ...(share && { share }) }) as unknown as Reading;

export const unreadableReading = (fact: FactName, file: string, problem: string): Reading => ({
  fact,
  file,
  value: null,
  problem,
});
