import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readFile } from '../../electron/host/windows/read-file.ts';
import { createAgentLogParser } from '../../shared/parsers/agent-log/agent-log.ts';
import { agentLogMessages } from '../../shared/parsers/agent-log/messages.ts';

export interface AgentLogBench {
  bytes: number;
  /** Reading the file as a diagnosis does, through the windows Host's filter. */
  readMs: number;
  /** `grep -F -c -f` with the same patterns, on the same file, in the same run. */
  grepMs: number;
  /** `rg -F -c -f` on the same; null where there is no ripgrep. */
  ripgrepMs: number | null;
  /** How fast the reader is, measured by grep: 0.5 is half as fast. */
  speed: number;
  /** The highest resident memory of this process while it read. */
  peakMebibytes: number;
  matches: number;
}

const patterns = Object.values(agentLogMessages).flat();
/** What a log mostly holds. */
const chatter = [
  'Sending event to server, capture item guid={0fa9ba5e-4af3-4ce7-9a9e-1b0d5e7a0b7f}',
  'Policy has been updated, 14 policies in total',
  'Package {6d417916-467c-46a7-a870-6d86d9345b61} snapshot is up to date, next check in 3600 secs',
  'HTTP request completed: GET https://smp.corp.example:443/Altiris/NS/Agent/GetPackageInfo.aspx?compress=1, status 200',
  "Operation 'Direct: Head' completed for host ps07.corp.example",
];
const oneIn = 20_000;

function event(index: number): string {
  const text =
    index % oneIn === 0 ? patterns[(index / oneIn) % patterns.length] : `${chatter[index % chatter.length]} ${index}`;
  const date = `Sep ${1 + Math.floor(index / 200_000)} 15:37:${String(index % 60).padStart(2, '0')}`;
  return `<event date='${date}' severity='4' hostName='PS07' source='Package Server Agent' module='AeXNSCPackageServer.dll' process='AeXNSAgent.exe' pid='5228' thread='5312' tickCount='${497_429_828 + index}' >\r\n<![CDATA[${text}]]>\r\n</event>\r\n`;
}

/** The same as a content, in blocks as a file is read. */
export async function* agentLogLines(bytes: number): AsyncGenerator<Uint8Array> {
  let index = 1;
  for (let written = 0; written < bytes;) {
    const block = Buffer.from(Array.from({ length: 256 }, () => event(index++)).join(''));
    written += block.length;
    yield block;
  }
}

async function writeLog(path: string, bytes: number): Promise<void> {
  const file = createWriteStream(path);
  let index = 1;
  for (let written = 0; written < bytes;) {
    const block = Array.from({ length: 2000 }, () => event(index++)).join('');
    written += block.length;
    if (!file.write(block)) await once(file, 'drain');
  }
  file.end();
  await once(file, 'finish');
}

async function readLog(path: string): Promise<{ readMs: number; peakMebibytes: number; matches: number }> {
  const rss = (): number => process.memoryUsage.rss() / 2 ** 20;
  let peakMebibytes = rss();
  const began = performance.now();
  const question = { name: 'bench', path, filter: 'agentLog', timeoutMs: 600_000 } as const;
  const answer = await readFile(question, path, new Date().toISOString());
  const parser = createAgentLogParser('agent.log', new Date().toISOString());
  const watch = setInterval(() => (peakMebibytes = Math.max(peakMebibytes, rss())), 20);
  for await (const chunk of answer.content) parser.write(chunk);
  clearInterval(watch);
  const log = parser.close();
  return {
    readMs: performance.now() - began,
    peakMebibytes: Math.max(peakMebibytes, rss()),
    matches: log.ok ? log.value.matches.length : 0,
  };
}

/** Milliseconds until it has counted the lines; they are counted, for to stop at the first would be allowed otherwise. */
function count(program: string, list: string, log: string): number {
  const began = performance.now();
  spawnSync(program, ['-F', '-c', '-f', list, log]);
  return performance.now() - began;
}

/**
 * Writes an agent's log of that size into a temporary folder, and reads it as a
 * diagnosis does and with grep, each `rounds` times, the better time counting.
 */
export async function benchAgentLog(mebibytes: number, rounds = 2): Promise<AgentLogBench> {
  const folder = await mkdtemp(join(tmpdir(), 'agent-log-'));
  try {
    const [log, list] = [join(folder, 'agent.log'), join(folder, 'patterns')];
    await Promise.all([writeLog(log, mebibytes * 2 ** 20), writeFile(list, `${patterns.join('\n')}\n`)]);
    let best: Awaited<ReturnType<typeof readLog>> | null = null;
    let [grepMs, ripgrepMs] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
    const hasRipgrep = spawnSync('rg', ['--version']).status === 0;
    let peakMebibytes = 0;
    for (let round = 0; round < rounds; round += 1) {
      grepMs = Math.min(grepMs, count('grep', list, log));
      if (hasRipgrep) ripgrepMs = Math.min(ripgrepMs, count('rg', list, log));
      const read = await readLog(log);
      peakMebibytes = Math.max(peakMebibytes, read.peakMebibytes);
      if (best === null || read.readMs < best.readMs) best = read;
    }
    const { readMs, matches } = best ?? { readMs: 0, matches: 0 };
    return {
      bytes: (await stat(log)).size,
      readMs,
      grepMs,
      ripgrepMs: hasRipgrep ? ripgrepMs : null,
      speed: grepMs / readMs,
      peakMebibytes,
      matches,
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
