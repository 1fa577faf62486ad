import { agentStarts } from '../agent/start.ts';
import { daysAgo } from './package-server.ts';
import type { ScenarioDefinition } from './scenario-definition.ts';

/** KB162859. */
export const agentRegistryAccess: ScenarioDefinition = {
  id: 'agent-registry-access',
  title: 'The agent may not write the registry key of its package service',
  language: 'pl-PL',
  build: 14393,
  expectedCause: 'agent-registry-access',
  alsoCauses: [],
  curedBy: [],
  notOffered: ['rebind-certificate'],
  arrange({ world }) {
    if (world.agent !== null) world.agent.keyWritable = false;
    agentStarts(world, daysAgo(1.5));
  },
};
