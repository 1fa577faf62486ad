import type { LogEvent } from '../model/agent.ts';
import type { World } from '../model/world.ts';
import { findService } from '../services.ts';
import { eventsPerFile } from './agent-log.ts';

const folder = 'C:\\ProgramData\\Symantec\\Symantec Agent\\Logs';
/** The agent's log as files: the newest is agent.log. How the agent names closed files is not known; this is a way to do it. */
export function logFiles(world: World): { path: string; content: string; modified: string }[] {
  const { agent } = world;
  if (agent === null) return [];
  const files: LogEvent[][] = [];
  for (let at = 0; at < agent.log.length; at += eventsPerFile) files.push(agent.log.slice(at, at + eventsPerFile));
  const pid = findService(world, 'AeXNSClient')?.pid ?? 0;
  return files.reverse().map((events, age) => ({
    path: `${folder}\\${age === 0 ? 'agent.log' : `agent${age}.log`}`,
    content: events.map((event) => logEntry(event, world, pid)).join(''),
    modified: events.at(-1)?.at ?? world.windows.bootTime,
  }));
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const two = (value: number) => String(value).padStart(2, '0');

/** As in KB158750: single quotes, a blank before `>`, CDATA on the next line, no year. The server's clock is UTC. */
function logEntry({ at, severity, source, module, text }: LogEvent, { windows }: World, pid: number): string {
  const time = new Date(at);
  const day = `${months[time.getUTCMonth()]} ${two(time.getUTCDate())}`;
  const date = `${day} ${two(time.getUTCHours())}:${two(time.getUTCMinutes())}:${two(time.getUTCSeconds())}`;
  const [host] = windows.fqdn.split('.');
  const ticks = Math.max(0, time.getTime() - Date.parse(windows.bootTime));
  return (
    `<event date='${date}' severity='${severity}' hostName='${host}' source='${source}' module='${module}' process='AeXNSAgent.exe' pid='${pid}' thread='${pid + 84}' tickCount='${ticks}' >\r\n` +
    `<![CDATA[${text}]]>\r\n</event>\r\n`
  );
}
