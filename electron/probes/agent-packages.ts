import { z } from 'zod';
import { known, unknown } from '../../shared/model/fact.ts';
import { askScript } from './ask-script.ts';
import type { Probe } from './probe.ts';
import agentScript from './scripts/agent.ps1?raw';

const timeoutMs = 45_000;
const script = { name: 'agent', text: agentScript };

const Packages = z.array(z.object({ id: z.string(), name: z.string(), status: z.string(), time: z.string() }));
const CodebaseNames = z.array(z.object({ key: z.string(), name: z.string(), value: z.string() }));

/** Asked of the agent itself, by COM; newer agents may refuse anybody but their own programs. */
export const agentPackagesProbe: Probe<'agentPackages'> = {
  fact: 'agentPackages',
  title: 'Packages as the agent sees them (COM)',
  timeoutMs,
  async ask(host, context) {
    const agent = await context.fact('agent');
    if (agent.state === 'unknown' && agent.reason === 'notInstalled') {
      return unknown('notInstalled', 'There is no agent that could be asked.', agent.evidence);
    }
    const [packages, names] = await Promise.all([
      askScript(host, context, script, 'packages', timeoutMs),
      askScript(host, context, script, 'codebaseNames', timeoutMs),
    ]);
    if (packages.state === 'unknown') return packages;
    const items = Packages.safeParse(packages.value);
    if (!items.success) return unknown('failed', 'The list of packages has an unexpected form.', packages.evidence);
    const found = names.state === 'known' ? CodebaseNames.safeParse(names.value) : null;
    return known({ items: items.data, ...(found?.success ? { codebaseNames: found.data } : {}) }, packages.evidence);
  },
};
