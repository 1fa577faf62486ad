import type { Result } from '../../../shared/model/result.ts';
import { agentLogState } from '../../../shared/rules/agent-log-state.ts';
import { directoriesMade, lineText, selfTestFailures } from '../../../shared/rules/agent-messages.ts';
import { UserError } from '../../app/user-error.ts';
import { logOf, newestLine, newLine } from '../log-line.ts';
import { defineRepair, plainDesign } from '../repair.ts';

/** KB172128: after the binding is right, all packages are refreshed, and their HTTPS codebases are generated. */
export const refreshPackages = defineRepair({
  id: 'refresh-packages',
  needs: { all: ['service'], also: ['agent', 'agentLog'] },
  needsReboot: false,
  provenBy: ['agent.service', 'agent.log'],
  backups: [],
  design(_request, { facts: { service, agentLog } }) {
    if (service.state !== 'Running') {
      throw new UserError(
        'refused',
        `The agent service ${service.name} does not run (${service.state}), so nobody could refresh packages. Nothing was changed; do restart-agent first.`,
      );
    }
    const noUndo = 'A refresh has no undo: the agent looks at its packages again, and tells the Notification Server.';
    const since = newestLine(agentLog, directoriesMade);
    return plainDesign([{ kind: 'refreshPackages', since, noUndo }], {
      alsoHits: [
        'All packages of this package server are checked again, which can take its disk and its network a while.',
      ],
      cannotBeUndone: [noUndo],
    });
  },
  unproven(_target, before, after) {
    const made = newLine(before, after, directoriesMade);
    const features = newLine(before, after, ['featuresMissing']);
    return [
      ...(made === null ? ['agent.log: it does not tell that virtual directories are made.'] : []),
      ...(features === null ? [] : ['agent.log: role services of IIS are missing, so IIS is not used.']),
      ...selfTestUnproven(before, after),
    ];
  },
});

/** The error must stay away; one that a later pass without it outdated does not count. */
function selfTestUnproven(before: Result, after: Result): string[] {
  const failure = newLine(before, after, selfTestFailures);
  const log = logOf(after.facts.agentLog);
  if (failure === null || log === undefined || agentLogState(log, [])?.outdatedBy !== null) return [];
  return [`agent.log: ${lineText(failure)}`];
}
