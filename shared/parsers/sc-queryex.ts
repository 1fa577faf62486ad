import { parsed, unreadable, type Parsed } from './parsed.ts';

const states = [
  '',
  'Stopped',
  'StartPending',
  'StopPending',
  'Running',
  'ContinuePending',
  'PausePending',
  'Paused',
] as const;
type ServiceState = Exclude<(typeof states)[number], ''>;

export interface ServiceStatus {
  name: string;
  state: ServiceState;
  /** 0 when no process runs it. */
  pid: number;
}

/** What stands behind the first colon of each line that has one. */
export const labelledValues = (text: string): string[] =>
  text.split(/\r?\n/u).flatMap((line) => {
    const colon = line.indexOf(':');
    return colon < 0 ? [] : [line.slice(colon + 1).trim()];
  });

/**
 * Reads `sc queryex NAME` by position and number, as labels can be translated:
 * the name, then TYPE, STATE with its code (MS: SERVICE_STATUS_PROCESS, 1 to
 * 7), two exit codes, checkpoint, wait hint, PID. A service that is absent is
 * told by the exit code 1060, not here.
 */
export function parseScQueryEx(text: string): Parsed<ServiceStatus> {
  const fields = labelledValues(text);
  const [name = '', type = '', state = ''] = fields;
  const code = Number(/^\d+/u.exec(state)?.[0] ?? 0);
  const pid = fields[7] ?? '';
  const word = states[code];
  if (name === '' || !/^[0-9a-f]+\b/iu.test(type) || !word || !/^\d+$/u.test(pid)) {
    return unreadable('the text is not what sc queryex prints');
  }
  return parsed({ name, state: word, pid: Number(pid) });
}
