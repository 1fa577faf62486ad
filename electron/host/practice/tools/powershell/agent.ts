import { updatePolicy } from '../../agent/policy.ts';
import { refreshPackages } from '../../agent/publish.ts';
import type { World } from '../../model/world.ts';
import { serviceState } from '../../services.ts';
import type { Section } from './section.ts';

/** `psagent.Packages` of the agent's COM interface. */
export const packages: Section = ({ world, now }) =>
  comError(world, now) ??
  (world.agent?.packages ?? []).map(({ id, name, status, time }) => ({ id, name, status, time }));

/** `psagent.RefreshPackages()`. */
export const refreshAllPackages: Section = ({ world, now }) =>
  comError(world, now) ?? { done: refreshPackages(world, now) };

/** `agent.UpdatePolicies(1)`. */
export const updateConfiguration: Section = ({ world, now }) =>
  agentError(world, now) ?? { done: updatePolicy(world, now) };

function comError(world: World, now: Date): { error: string } | null {
  const failed = agentError(world, now);
  if (failed !== null) return failed;
  return world.agent?.plugin ? null : { error: 'the agent has no package service' };
}

/** An object of a service that does not run cannot be created, and a refusal is HRESULT 0x80070005. */
function agentError(world: World, now: Date): { error: string } | null {
  if (world.agent === null || serviceState(world, 'AeXNSClient', now) !== 'running') {
    return {
      error:
        'Retrieving the COM class factory for component with CLSID {00000000-0000-0000-0000-000000000000} failed due to the following error: 80040154 Class not registered (Exception from HRESULT: 0x80040154 (REGDB_E_CLASSNOTREG)).',
    };
  }
  const refused = world.agent.com === 'refused' || world.rights === 'filtered';
  return refused ? { error: 'Access is denied. (Exception from HRESULT: 0x80070005 (E_ACCESSDENIED))' } : null;
}
