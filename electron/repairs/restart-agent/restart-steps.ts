import type { FactValue } from '../../../shared/model/facts.ts';
import * as states from '../../../shared/rules/service-state.ts';
import { listOf } from '../../../shared/rules/words.ts';
import { UserError } from '../../app/user-error.ts';
import type { Host } from '../../host/host.ts';
import { newestLine } from '../log-line.ts';
import type { Design } from '../repair.ts';
import { startLines } from '../steps/await-agent-start.ts';
import { isRunning, readService } from '../steps/sc.ts';
import type { Step } from '../steps/step.ts';

/** What a restart of the agent rests on. */
export interface RestartFacts {
  service: FactValue<'service'>;
  agentLog?: FactValue<'agentLog'>;
  iisConfig?: FactValue<'iisConfig'>;
}

/**
 * The services that need the agent and run, in the order in which sc lists them,
 * which is the one to stop them in (MS: EnumDependentServices).
 *
 * @throws UserError refused when one of them does not tell how it stands
 */
export async function runningDependents(host: Host, { service }: RestartFacts): Promise<string[]> {
  const running: string[] = [];
  for (const name of service.dependents) {
    const status = await readService(host, name);
    if (typeof status === 'string') throw new UserError('refused', `${status}. Nothing was changed.`);
    if (isRunning(status)) running.push(name);
  }
  return running;
}

/**
 * Stop and start of the agent's service, with what needs it, and the wait for the
 * package service inside it. One that is stopped is only started.
 *
 * @throws UserError refused for a service that cannot be started, or is between two states
 */
export function restartSteps(
  { service, agentLog, iisConfig }: RestartFacts,
  dependents: readonly string[],
): Pick<Design, 'alsoHits' | 'cannotBeUndone'> & { steps: Step[] } {
  const { name } = service;
  refuseUnfit(service);
  const stopped = !states.isRunning(service);
  const noUndo = stopped
    ? `${name} was stopped before. It stays running: to have it stopped again, stop it by hand (sc stop ${name}).`
    : `A restart of ${name} cannot be taken back, and needs not: the service runs as before.`;
  const start = (one: string, forGood: string | null): Step => ({
    kind: 'serviceStart',
    service: one,
    noUndo: forGood,
  });
  const toStop: Step[] = (stopped ? [] : [...dependents, name]).map((one) => ({ kind: 'serviceStop', service: one }));
  return {
    steps: [
      ...toStop,
      start(name, noUndo),
      ...dependents.toReversed().map((one) => start(one, null)),
      { kind: 'awaitAgentStart', since: newestLine(agentLog, startLines) },
    ],
    alsoHits: [
      `The whole management agent ${stopped ? 'starts' : 'restarts'}, for the package service runs inside it (KB158750): what else it does at this moment, such as a software delivery, can be interrupted.`,
      ...(dependents.length > 0 ? [`Services that need it are stopped and started again: ${listOf(dependents)}.`] : []),
      ...(states.startsByItself(service)
        ? []
        : [`${name} does not start by itself: after the next restart of Windows it stays stopped.`]),
      ...legacyWarning(iisConfig),
    ],
    cannotBeUndone: [noUndo],
  };
}

function refuseUnfit(service: FactValue<'service'>): void {
  const { name, state } = service;
  if (states.isDisabled(service)) {
    throw new UserError(
      'refused',
      `The service ${name} is disabled, so Windows would not start it (error 1058). Nothing was changed; find out who disabled it and why, set its start type to automatic, then try again.`,
    );
  }
  if (!states.isRunning(service) && !/^stopped$/iu.test(state)) {
    throw new UserError(
      'refused',
      `The service ${name} is between two states (${state}). Nothing was changed. Wait a minute and try again; one that hangs is not killed by this product, for its process can be in the middle of its work: restart Windows.`,
    );
  }
}

/** repairs.md, rule 7: the start of the agent may trigger the layer, which writes its old certificate again. */
function legacyWarning(iisConfig: RestartFacts['iisConfig']): string[] {
  const paths = (iisConfig?.legacyMetabase ?? []).filter(({ id }) => id === 5506).map(({ path }) => path);
  if (paths.length === 0) return [];
  return [
    `IIS's legacy metabase holds a certificate for ${listOf(paths)} (property 5506, Microsoft KB 2025598): the start of the agent may bring it back into HTTP.SYS. Do remove-legacy-metabase before.`,
  ];
}
