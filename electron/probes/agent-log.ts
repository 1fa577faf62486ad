import { known, unknown, type Fact, type UnknownFact } from '../../shared/model/fact.ts';
import { createAgentLogParser, joinAgentLogs, type AgentLogFile } from '../../shared/parsers/agent-log/agent-log.ts';
import type { FolderAnswer, Host } from '../host/host.ts';
import { deniedReason, failureOf } from './answer-words.ts';
import { askFile } from './ask-file.ts';
import type { Probe, ProbeContext } from './probe.ts';

const folderTimeoutMs = 15_000;
const fileTimeoutMs = 120_000;
/** How closed files are called is not known, beyond their ending. */
const isLog = (name: string): boolean => /\.log(?:\.\d{1,4})?$/iu.test(name);

/** Where the agent keeps its log, newest version first (KB171848). */
async function foldersOf(context: ProbeContext): Promise<{ name: string; path: string }[]> {
  const agent = await context.fact('agent');
  return [
    { name: 'programData', path: 'C:\\ProgramData\\Symantec\\Symantec Agent\\Logs' },
    { name: 'public', path: 'C:\\Users\\Public\\Documents\\Altiris\\Altiris Agent\\Logs' },
    ...(agent.state === 'known' ? [{ name: 'installDir', path: `${agent.value.installDir}\\Logs` }] : []),
  ];
}

async function askFolder(host: Host, context: ProbeContext): Promise<Fact<FolderAnswer>> {
  let refused: UnknownFact | null = null;
  const evidence: string[] = [];
  for (const { name, path } of await foldersOf(context)) {
    const question = { name: `folder.agentLog.${name}`, path, timeoutMs: folderTimeoutMs, signal: context.signal };
    const answer = await host.listFolder(question);
    evidence.push(answer.name);
    if (answer.outcome === 'read' && answer.entries.some((entry) => isLog(entry.name))) return known(answer, evidence);
    if (answer.outcome === 'read' || answer.outcome === 'notFound') continue;
    const { reason, words } =
      answer.outcome === 'accessDenied'
        ? { reason: await deniedReason(context), words: 'cannot be listed: access denied' }
        : failureOf(answer.outcome);
    refused ??= unknown(reason, `${path} ${words}.`, evidence);
  }
  return refused ?? unknown('notInstalled', 'No log of the agent is in the folders that are known.', evidence);
}

/**
 * All files of the log, one after the other, newest first. A host passes on an
 * excerpt of each, so their size does not matter. Where the newest cannot be read
 * nothing is said: what it holds may be the contrary of what the older ones say.
 */
export const agentLogProbe: Probe<'agentLog'> = {
  fact: 'agentLog',
  title: 'Log of the agent',
  timeoutMs: 600_000,
  async ask(host, context) {
    const folder = await askFolder(host, context);
    if (folder.state === 'unknown') return folder;
    const { path, entries } = folder.value;
    const logs = entries.filter(({ name }) => isLog(name)).toSorted((a, b) => b.modified.localeCompare(a.modified));
    const files: AgentLogFile[] = [];
    const evidence = [...folder.evidence];
    for (const { name, modified } of logs) {
      const question = { name: `file.agentLog.${name}`, path: `${path}\\${name}`, filter: 'agentLog' } as const;
      const parser = createAgentLogParser(name, modified);
      const file = await askFile(host, context, { ...question, timeoutMs: fileTimeoutMs }, parser);
      evidence.push(...file.evidence);
      if (file.state === 'known') files.push(file.value);
      else if (files.length === 0 || context.signal.aborted) return { ...file, evidence };
    }
    return known(joinAgentLogs(files), evidence);
  },
};
