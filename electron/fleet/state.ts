import type { LeanResult } from '../../shared/fleet/lean.ts';
import type { ServerState } from '../../shared/fleet/server.ts';
import { exitCodeOfResult } from '../diagnosis/exit-code.ts';

const states = { 0: 'healthy', 1: 'failing', 3: 'incomplete' } as const;

/** The same question that the exit code of `diagnose` answers. */
export const stateOf = (result: Pick<LeanResult, 'findings'>): ServerState => states[exitCodeOfResult(result)];
