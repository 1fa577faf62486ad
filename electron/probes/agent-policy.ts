import { known, unknown } from '../../shared/model/fact.ts';
import { createAgentPolicyParser } from '../../shared/parsers/agent-policy.ts';
import { deniedReason, failureOf } from './answer-words.ts';
import { askFile } from './ask-file.ts';
import type { Probe } from './probe.ts';

const timeoutMs = 20_000;

/** The client policy file of the agent's Notification Server (KB180560); what it may show is the filter's to say. */
export const agentPolicyProbe: Probe<'agentPolicy'> = {
  fact: 'agentPolicy',
  title: 'Policy file of the agent',
  timeoutMs: 60_000,
  async ask(host, context) {
    const agent = await context.fact('agent');
    if (agent.state === 'unknown') return agent;
    const { installDir, notificationServer } = agent.value;
    const path = `${installDir}\\Client Policies`;
    const folder = await host.listFolder({ name: 'folder.agentPolicy', path, timeoutMs, signal: context.signal });
    const evidence = [...agent.evidence, folder.name];
    if (folder.outcome === 'accessDenied') {
      return unknown(await deniedReason(context), `Listing ${path} was refused: access denied.`, evidence);
    }
    if (folder.outcome !== 'read') {
      const { reason, words } = failureOf(folder.outcome);
      return unknown(reason, `${path} ${words}.`, evidence);
    }
    const files = folder.entries.filter(({ name }) => /\.xml$/iu.test(name));
    const own = files.find(({ name }) => name.toLowerCase() === `${notificationServer?.toLowerCase()}.xml`);
    const newest = files.toSorted((a, b) => b.modified.localeCompare(a.modified))[0];
    const file = own ?? newest;
    if (file === undefined) return unknown('notInstalled', `There is no policy file in ${path}.`, evidence);
    const question = { name: 'file.agentPolicy', path: `${path}\\${file.name}`, filter: 'agentPolicy' } as const;
    const settings = await askFile(host, context, { ...question, timeoutMs }, createAgentPolicyParser());
    evidence.push(...settings.evidence);
    if (settings.state === 'unknown') return { ...settings, evidence };
    return known({ file: file.name, modified: file.modified, settings: settings.value }, evidence);
  },
};
