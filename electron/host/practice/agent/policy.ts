import type { World } from '../model/world.ts';

/** "Update configuration": asks for the policy, which brings what the console has. False when there is no agent. */
export function updatePolicy(world: World, now: Date): boolean {
  const { agent } = world;
  if (agent === null) return false;
  agent.policyRequested = now.toISOString();
  agent.policyReceived = now.toISOString();
  if (agent.waiting !== null) agent.settings = agent.waiting;
  agent.waiting = null;
  return true;
}
