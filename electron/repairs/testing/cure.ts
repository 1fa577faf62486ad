import type { Scenario } from '../../../shared/model/practice.ts';
import type { RepairId } from '../../../shared/model/repair-id.ts';
import type { RepairReport } from '../../../shared/model/repair.ts';
import { UserError } from '../../app/user-error.ts';
import { afterPolicy } from './after-policy.ts';
import { practiceRepair, yes, type PracticeRepair } from './practice-repair.ts';

type World = Awaited<ReturnType<PracticeRepair['server']['world']>>;

/**
 * What a repair may change and an undo must bring back, byte for byte: not the
 * log, the events and the backups, which only grow, nor the agent's own virtual
 * directories, nor what IIS remembers of HTTP.SYS, which is nobody's setting.
 */
export function stateOf({ httpSys, iis, windows, services, certificates }: World) {
  const byEndpoint = (a: { endpoint: string }, b: { endpoint: string }) => (a.endpoint < b.endpoint ? -1 : 1);
  return {
    live: httpSys.live.toSorted(byEndpoint),
    registry: httpSys.registry.toSorted(byEndpoint),
    sites: iis.sites.map((site) => ({
      ...site,
      applications: site.applications.map(({ virtualDirectories: _agents, ...application }) => application),
      bindings: site.bindings.map(({ shown: _remembered, ...binding }) => binding),
    })),
    pools: iis.pools,
    metabase: iis.customMetadata,
    features: windows.features,
    services: services.map(({ name, state, startMode }) => ({ name, state, startMode })),
    certificates,
  };
}

/** A practice server that was cured by the repairs of its scenario, in their order. */
export interface Cured extends PracticeRepair {
  first: World;
  reports: RepairReport[];
  /** Which remedies the diagnosis offered before each repair. */
  offered: { repair: RepairId; remedies: RepairId[] }[];
  /** The repairs whose plan named something that cannot be taken back. */
  said: RepairId[];
}

/**
 * Diagnoses, then plans and applies what cures the scenario, then what is still
 * offered; the article ends with "Refresh All Packages" (KB172128). A repair that
 * waits for the console gets its policy.
 */
export async function cure({ id, curedBy }: Pick<Scenario, 'id' | 'curedBy'>): Promise<Cured> {
  const setting = await practiceRepair({ scenario: id });
  const { server, engine, diagnose, repair: apply } = setting;
  const first = await server.world();
  const reports: RepairReport[] = [];
  const offered: Cured['offered'] = [];
  const said: RepairId[] = [];
  const todo = [...curedBy];
  for (;;) {
    const { causes } = await diagnose();
    const remedies = causes.flatMap((cause) => cause.remedies);
    // A repair can have done what a later one would do: force-overwrite restarts the agent.
    const well = reports.length > 0 && causes[0]?.id === 'healthy';
    const repair = well ? undefined : (todo.shift() ?? lastSteps(remedies, reports)[0]);
    if (repair === undefined) return { ...setting, first, reports, offered, said };
    offered.push({ repair, remedies });
    let report = await apply({ repair });
    if ((report.plan?.cannotBeUndone.length ?? 0) > 0) said.push(repair);
    if (report.outcome === 'pending') report = await afterPolicy(server, engine, report);
    reports.push(report);
  }
}

/** What the agent has to do after a repair, each once: what is offered, else a refresh. */
const lastSteps = (remedies: readonly RepairId[], reports: readonly RepairReport[]): RepairId[] =>
  [...remedies.filter((id) => id === 'restart-agent'), 'refresh-packages' as const].filter(
    (id) => !reports.some(({ repair }) => repair === id),
  );

/** Takes back whatever of the case can be taken back; the words of the first refusal where something cannot. */
export async function undoAll({ engine, reports }: Cured): Promise<{ undone: RepairReport[]; refused: string | null }> {
  const undone: RepairReport[] = [];
  const caseId = reports.findLast((report) => report.case !== null)?.case ?? null;
  for (;;) {
    if (caseId === null) return { undone, refused: null };
    try {
      undone.push(await engine.undo(caseId, yes));
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      return { undone, refused: error.code === 'notFound' ? null : error.message };
    }
  }
}
