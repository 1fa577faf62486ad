import type { Engines } from './engines.ts';
import type { SessionOptions } from './session.ts';
import type { StateHolder } from './state-holder.ts';

/** What each part of a session works with. */
export interface PartDeps {
  holder: StateHolder;
  engines: Engines;
  logError: SessionOptions['logError'];
}
