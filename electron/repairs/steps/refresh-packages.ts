import { z } from 'zod';
import { directoriesMade } from '../../../shared/rules/agent-messages.ts';
import refreshScript from '../../probes/scripts/refresh-packages.ps1?raw';
import { KnownLine, lineSince, logOf, readLog, waitForLine } from '../log-line.ts';
import { askAgent, scriptCommand } from './agent-com.ts';
import type { StepKind } from './step-kind.ts';

/** The agent is asked to refresh all packages (SDK 8.0: `RefreshPackages`), and its log tells that it does. */
export const RefreshPackages = z.object({
  kind: z.literal('refreshPackages'),
  /** The newest line about directories before the repair. */
  since: KnownLine.nullable(),
  noUndo: z.string(),
});
export type RefreshPackages = z.infer<typeof RefreshPackages>;

const script = { name: 'refresh-packages', text: refreshScript };

/** As KB172128 says it. */
const byHand = 'Agent UI > Package Server tab > Refresh All Packages';

export const refreshPackages: StepKind<RefreshPackages> = {
  words: () =>
    'Ask the agent by COM to refresh all packages (RefreshPackages of Altiris.AeXNSCPkgSvr), and wait until its log says that virtual directories are made (KB172128)',
  toCommand: () => scriptCommand(script),
  inverse: () => null,
  async perform({ since }, host, patience) {
    const { refused, ...asked } = await askAgent(host, script, 'refreshPackages');
    if (refused) {
      const words = `The agent cannot be asked by another program (${asked.detail}). Do it by hand, then go on with this case: ${byHand}.`;
      return { ...asked, waitsFor: { for: 'person', words } };
    }
    if (!asked.ok) return asked;
    const { words } = await waitForLine(host, directoriesMade, since, patience);
    return { ok: true, detail: words };
  },
  async readBack({ since }, host) {
    const line = lineSince(logOf(await readLog(host)), directoriesMade, since);
    return { isBefore: true, isAfter: line !== null, untold: true, words: '' };
  },
};
