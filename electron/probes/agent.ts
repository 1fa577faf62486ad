import { known, unknown } from '../../shared/model/fact.ts';
import { parseAgentServers, parseAgentSettings } from '../../shared/parsers/agent-registry.ts';
import { askCommand } from './ask-command.ts';
import type { Probe } from './probe.ts';
import { orAbsent } from './registry-key.ts';

const timeoutMs = 15_000;
const root = 'HKLM\\SOFTWARE\\Altiris\\Altiris Agent';

/** The filter passes named values alone: the agent keeps more in these keys than anybody should carry away. */
const question = (name: string, key: string, ...more: string[]) =>
  ({
    name: `reg.agent.${name}`,
    tool: 'reg',
    args: ['query', key, ...more, '/reg:64'],
    filter: 'agentRegistry',
    okExitCodes: [0, 1],
    timeoutMs,
  }) as const;

export const agentProbe: Probe<'agent'> = {
  fact: 'agent',
  title: 'Settings of the agent (registry)',
  timeoutMs,
  async ask(host, context) {
    const [settings, servers] = await Promise.all([
      askCommand(host, context, question('settings', root), orAbsent(parseAgentSettings)),
      askCommand(host, context, question('servers', `${root}\\Servers`, '/s'), orAbsent(parseAgentServers)),
    ]);
    if (settings.state === 'unknown') return settings;
    if (settings.value === null) return unknown('notInstalled', `There is no key ${root}.`, settings.evidence);
    if (servers.state === 'unknown') return servers;
    const { notificationServer = null, policyLastReceived = null } = servers.value ?? {};
    return known(
      // By which name a policy tells that it forces the binding is not documented.
      { ...settings.value, notificationServer, policyLastReceived, policyForced: null },
      [...settings.evidence, ...servers.evidence],
    );
  },
};
