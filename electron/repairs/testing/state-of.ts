import type { PracticeServer } from '../../host/practice/practice-server.ts';

type World = Awaited<ReturnType<PracticeServer['world']>>;

/**
 * What a repair may change and an undo must bring back, byte for byte: all of the
 * server but what only grows (logs, events, backups, exported files), what the
 * agent and IIS remember, what the console decides, and what is new with each start.
 */
export function stateOf(world: World) {
  const {
    httpSys,
    iis,
    windows,
    services,
    programs,
    agent,
    events: _told,
    backups: _kept,
    files: _exports,
    ...rest
  } = world;
  const { bootTime: _boot, ...installed } = windows;
  const { live, registry, ...more } = httpSys;
  const byEndpoint = (a: { endpoint: string }, b: { endpoint: string }) => (a.endpoint < b.endpoint ? -1 : 1);
  return {
    ...rest,
    windows: installed,
    live: live.toSorted(byEndpoint),
    registry: registry.toSorted(byEndpoint),
    httpSys: more,
    sites: iis.sites.map((site) => ({
      ...site,
      applications: site.applications.map(({ virtualDirectories: _agents, ...application }) => application),
      bindings: site.bindings.map(({ shown: _remembered, ...binding }) => binding),
    })),
    pools: iis.pools,
    metabase: iis.customMetadata,
    services: services.map(({ pid: _process, pendingUntil: _moment, ...service }) => service),
    programs: programs.map(({ pid: _process, ...program }) => program),
    agent: agent && {
      version: agent.version,
      installDir: agent.installDir,
      keyWritable: agent.keyWritable,
      packages: agent.packages.map(({ time: _looked, ...item }) => item),
    },
  };
}
