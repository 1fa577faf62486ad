import type { FleetServer } from '../server.ts';

/** A row of a sound server, with what a test cares about. */
export function row(server: string, more: Partial<FleetServer> = {}): FleetServer {
  return {
    server,
    named: true,
    file: `${server}.json`,
    kind: 'result',
    at: '2026-03-01T10:00:00.000Z',
    durationMs: 0,
    fileTime: '2026-03-01T10:01:00.000Z',
    clock: 'server',
    placedAt: more.at ?? '2026-03-01T10:00:00.000Z',
    daysBehind: null,
    clockNote: null,
    state: 'healthy',
    causes: [cause('healthy')],
    versions: { product: '0.1.0', agent: '8.8.1280.0', windows: 20348 },
    findings: { fail: [], warn: [], notRun: [] },
    owner: { kind: 'iis', product: 'IIS', appId: '4dc3e181-e14b-4a21-b022-59fc669b0914' },
    bound: 'A'.repeat(40),
    certificate: null,
    missingFeatures: [],
    repair: null,
    before: null,
    ...more,
  };
}

export const cause = (id: string): FleetServer['causes'][number] => ({
  id,
  title: `About ${id}`,
  likelihood: 'likely',
});

/** What came of a repair, told by a document of its own. */
export const tried = (outcome: string, repair = 'rebind-certificate'): FleetServer['repair'] => ({
  repair,
  outcome,
  file: `repairs/${repair}-${outcome}.json`,
});

/** A server that fails with one cause. */
export const failing = (server: string, id: string, more: Partial<FleetServer> = {}): FleetServer =>
  row(server, {
    state: 'failing',
    causes: [cause(id)],
    findings: { fail: ['cert.present'], warn: [], notRun: [] },
    ...more,
  });

/** What the folder of such rows would have given. */
export const readings = (rows: readonly FleetServer[]) => ({
  folder: '/results',
  readAt: '2026-03-02T00:00:00.000Z',
  files: rows.length,
  problem: null,
  readings: rows,
  refused: [],
});
