import type { ErrorCode } from '../../shared/ipc/envelope.ts';
import type { RepairOutcome } from '../../shared/model/repair.ts';

/** Exit codes are a public interface: scripts and task engines rely on them. */
export const exitCodes = {
  ok: 0,
  failing: 1,
  wrongUse: 2,
  incomplete: 3,
  refused: 4,
  interrupted: 130,
} as const;

const byError: Record<ErrorCode, number> = {
  badArguments: exitCodes.wrongUse,
  unknownTarget: exitCodes.wrongUse,
  notFound: exitCodes.wrongUse,
  ambiguous: exitCodes.wrongUse,
  notAllowed: exitCodes.refused,
  stalePlan: exitCodes.refused,
  busy: exitCodes.refused,
  refused: exitCodes.refused,
  // Not 1, which says that a server was looked at and something is wrong with it.
  failed: exitCodes.wrongUse,
};

export function exitCodeOfError(code: ErrorCode): number {
  return byError[code];
}

const byOutcome: Record<RepairOutcome, number> = {
  fixed: exitCodes.ok,
  notNeeded: exitCodes.ok,
  pending: exitCodes.incomplete,
  notFixed: exitCodes.failing,
  undone: exitCodes.failing,
  failed: exitCodes.failing,
  declined: exitCodes.refused,
  refused: exitCodes.refused,
};

export function exitCodeOfOutcome(outcome: RepairOutcome): number {
  return byOutcome[outcome];
}

/** To be undone is what an undo is for; a repair that could not be taken back, and stands, is not. */
export function exitCodeOfUndo(outcome: RepairOutcome): number {
  if (outcome === 'undone') return exitCodes.ok;
  return outcome === 'fixed' ? exitCodes.failing : exitCodeOfOutcome(outcome);
}
