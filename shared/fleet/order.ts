import type { FleetServer, ServerState } from './server.ts';

/** What fails comes first. */
export const rankOf: Record<ServerState, number> = { failing: 0, incomplete: 1, healthy: 2 };

/** Servers as a person reads them: the worst first, those of one state in the order that they have. */
export const worstFirst = (servers: readonly FleetServer[]): FleetServer[] =>
  servers.toSorted((a, b) => rankOf[a.state] - rankOf[b.state]);
