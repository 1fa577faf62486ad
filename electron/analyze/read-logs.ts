import { createReadStream } from 'node:fs';
import { createAgentLogParser, joinAgentLogs, type AgentLogFile } from '../../shared/parsers/agent-log/agent-log.ts';
import type { SentFile } from './analyze.ts';
import { futureWords } from './times.ts';
import { reading, unreadableReading, type Found } from './reading.ts';

/** The logs of one agent, read together as one, in the order of their times; with the time at the end of each. */
export async function readLogs(files: readonly SentFile[], analysed: Date): Promise<Found & { ends: string[] }> {
  const read: AgentLogFile[] = [];
  const notes: string[] = [];
  for (const file of files) {
    const { log, words } = await readLog(file, analysed);
    if (log !== null) read.push(log);
    notes.push(`${file.name}: ${words}.`);
  }
  const names = files.map(({ name }) => name).join(', ');
  const fact =
    read.length < files.length
      ? unreadableReading('agentLog', names, 'reading a file of the log broke off')
      : reading('agentLog', names, joinAgentLogs(read));
  return { readings: [fact], notes, ends: read.flatMap(({ to }) => to ?? []) };
}

async function readLog(
  { path, name, modified }: SentFile,
  analysed: Date,
): Promise<{ log: AgentLogFile | null; words: string }> {
  const parser = createAgentLogParser(name, modified);
  try {
    for await (const chunk of createReadStream(path)) parser.write(chunk as Buffer);
  } catch (error) {
    return { log: null, words: `an agent log, and reading it broke off (${(error as NodeJS.ErrnoException).code})` };
  }
  const log = parser.close();
  if (!log.ok) return { log: null, words: `an agent log that cannot be read: ${log.problem}` };
  const { from, to, matches } = log.value;
  const newest = [to ?? '', ...matches.map(({ at }) => at)].toSorted().at(-1)!;
  const beyond = newest === to ? '' : `, with messages up to ${newest}`;
  const span = from === null || to === null ? '' : `, from ${from} to ${to}${beyond}${futureWords(newest, analysed)}`;
  return { log: log.value, words: `a log of the agent${span}, ${matches.length} known messages` };
}
