import type { ErrorCode } from '../../shared/ipc/envelope.ts';
import type { FleetPage, FleetView, FleetWish } from '../../shared/fleet/view.ts';
import type { FleetDocument } from './follow.ts';

/** What the wizard asks of the process that reads a folder of results. Answers carry the number of their question. */
export type ToReader =
  | { kind: 'follow'; folder: string }
  | { kind: 'page'; question: number; wish: FleetWish; from: number }
  | { kind: 'document'; question: number; id: number }
  | { kind: 'again' }
  | { kind: 'expect'; names: readonly string[] };

export type FromReader =
  | { kind: 'view'; view: FleetView }
  | { kind: 'answer'; question: number; value: FleetPage | FleetDocument }
  | { kind: 'refusal'; question: number; code: ErrorCode; message: string };
