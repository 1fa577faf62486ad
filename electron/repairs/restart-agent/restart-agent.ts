import { defineRepair, plainDesign } from '../repair.ts';
import { restartSteps, runningDependents } from './restart-steps.ts';
import { startUnproven } from './start-proof.ts';

/** KB172128, KB150861: the agent looks at IIS's features, its policy and its directories when its service starts. */
export const restartAgent = defineRepair({
  id: 'restart-agent',
  needs: { all: ['service'], also: ['agent', 'agentLog', 'iisConfig'], ask: runningDependents },
  needsReboot: false,
  provenBy: ['agent.service', 'agent.log'],
  backups: [],
  design(_request, { facts, extra }) {
    const { steps, ...reach } = restartSteps(facts, extra);
    return plainDesign(steps, reach);
  },
  unproven: (_target, before, after) => startUnproven(before, after),
});
