import type { FleetView } from './view.ts';

const none = { failing: 0, incomplete: 0, healthy: 0 };

/** No folder of results is open. */
export const closedView: FleetView = {
  state: 'closed',
  folder: null,
  revision: 0,
  readAt: null,
  newestFile: null,
  problem: null,
  told: false,
  counts: { ...none, files: 0, servers: 0, superseded: 0, sameRun: 0, refused: 0, others: 0, old: 0, repaired: 0 },
  causes: [],
  common: [],
  compared: { servers: 0, before: none, now: none },
  repairs: [],
  clocks: [],
  expected: null,
  refused: [],
  others: [],
};
