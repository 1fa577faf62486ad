import { z } from 'zod';
import type { Host } from '../../host/host.ts';
import updateScript from '../../probes/scripts/update-configuration.ps1?raw';
import { readFacts } from '../read-facts.ts';
import { askAgent, scriptCommand } from './agent-com.ts';
import type { StepKind } from './step-kind.ts';

/** The agent is asked to request its policies (SDK 8.0: `UpdatePolicies`, 1 ignores blockouts). */
export const UpdatePolicies = z.object({
  kind: z.literal('updatePolicies'),
  /** Policy Last Received before the repair, or null when the agent has none. */
  since: z.string().nullable(),
});
export type UpdatePolicies = z.infer<typeof UpdatePolicies>;

const script = { name: 'update-configuration', text: updateScript };

async function lastReceived(host: Host): Promise<string | null> {
  const { agent } = await readFacts(host, ['elevation', 'agent']);
  return agent?.state === 'known' ? agent.value.policyLastReceived : null;
}

/** Times are ISO-8601; one that was never is earlier than all. */
const isLater = (time: string | null, than: string | null): boolean =>
  time !== null && (than === null || Date.parse(time) > Date.parse(than));

const seen = (received: string | null): string => `Policy Last Received is ${received ?? 'not there'}`;

export const updatePolicies: StepKind<UpdatePolicies> = {
  words: () =>
    'Ask the agent by COM for its policies (UpdatePolicies of Altiris.AeXNSClient), and wait until Policy Last Received has moved forward',
  toCommand: () => scriptCommand(script),
  inverse: () => null,
  async perform(_step, host, { agent, look }) {
    const before = await lastReceived(host);
    const asked = await askAgent(host, script, 'updateConfiguration');
    if (!asked.ok && !asked.refused) return asked;
    const until = Date.now() + (asked.refused ? 0 : agent);
    for (;;) {
      const received = await lastReceived(host);
      if (isLater(received, before)) return { ok: true, detail: seen(received) };
      if (Date.now() >= until) break;
      await new Promise((resolve) => setTimeout(resolve, look));
    }
    const why = asked.refused
      ? `The agent cannot be asked by another program (${asked.detail}).`
      : 'No policy came yet.';
    const words = `${why} ${seen(before)}. Update the configuration in the agent's own window, or wait for its next request; go on with this case then.`;
    return { ok: asked.ok, detail: asked.detail, waitsFor: { for: 'policy', words } };
  },
  async readBack({ since }, host) {
    const received = await lastReceived(host);
    return { isBefore: true, isAfter: isLater(received, since), words: seen(received) };
  },
};
