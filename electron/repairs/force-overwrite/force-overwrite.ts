import { UserError } from '../../app/user-error.ts';
import { defineRepair, plainDesign } from '../repair.ts';
import { restartSteps, runningDependents } from '../restart-agent/restart-steps.ts';
import { provenBy, unproven } from './unproven.ts';

/**
 * KB172128's second remedy: a person sets "Force overwrite HTTPS binding" in the
 * SMP console; this server gets the policy, and the agent is restarted to follow it.
 */
export const forceOverwrite = defineRepair({
  id: 'force-overwrite',
  needs: { all: ['service', 'agent'], also: ['agentLog', 'iisConfig'], ask: runningDependents },
  needsReboot: false,
  provenBy,
  backups: [],
  design(_request, { facts, extra }) {
    if (!facts.agent.packageServerKey) {
      throw new UserError(
        'refused',
        'The registry has no key of the package service on this server, so a policy for site servers would change nothing here. Nothing was changed.',
      );
    }
    const noUndo =
      'What is set in the SMP console is taken back there: unselect "Force overwrite HTTPS binding". The old record of HTTP.SYS does not come back by that.';
    const restart = restartSteps(facts, extra);
    return plainDesign(
      [
        { kind: 'inConsole', task: 'forceOverwrite', noUndo },
        { kind: 'updatePolicies', since: facts.agent.policyLastReceived },
        ...restart.steps,
      ],
      {
        alsoHits: [
          'The agent overwrites the HTTPS binding and its record, also when another product wrote them.',
          ...restart.alsoHits,
        ],
        cannotBeUndone: [noUndo, ...restart.cannotBeUndone],
      },
    );
  },
  unproven: (_target, before, after) => unproven(before, after),
});
