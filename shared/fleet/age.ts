import type { FleetServer } from './server.ts';

/** A result that is older than the newest of its list by more days is marked: what it says may have changed since. */
export const oldAfterDays = 7;

const dayMs = 24 * 3600_000;

/** Marks what is old. The newest result is the measure and no clock: a list of last year that is read today is not old in itself. */
export function withAges(servers: readonly FleetServer[]): FleetServer[] {
  const newest = servers.reduce((latest, { placedAt }) => Math.max(latest, Date.parse(placedAt)), -Infinity);
  return servers.map((server) => {
    const behind = (newest - Date.parse(server.placedAt)) / dayMs;
    return { ...server, daysBehind: behind > oldAfterDays ? Math.floor(behind) : null };
  });
}

/** `old: 12 days behind the newest`; null for what is not old. */
export const ageWords = ({ daysBehind }: Pick<FleetServer, 'daysBehind'>): string | null =>
  daysBehind === null ? null : `old: ${daysBehind} days behind the newest`;
