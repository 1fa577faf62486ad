import { errorText } from '../../languages/languages.ts';
import type { Service } from '../../model/services.ts';
import { stateOf } from '../../services.ts';
import { lines, type ToolContext, type ToolOutput } from '../tool.ts';

const types = {
  own: '10  WIN32_OWN_PROCESS  ',
  share: '20  WIN32_SHARE_PROCESS  ',
  driver: '1  KERNEL_DRIVER  ',
} as const;
const states = {
  stopped: '1  STOPPED ',
  startPending: '2  START_PENDING ',
  stopPending: '3  STOP_PENDING ',
  running: '4  RUNNING ',
} as const;
const startModes = {
  auto: '2   AUTO_START',
  demand: '3   DEMAND_START',
  disabled: '4   DISABLED',
} as const;

const row = (label: string, value: string) => `        ${label.padEnd(18)} : ${value}`;

/** The block of query and queryex. Codes and tokens are the same in every language. */
export function serviceStatus(service: Service, now: Date, extended: boolean, displayName = false): string {
  const state = stateOf(service, now);
  const accepts =
    state === 'running'
      ? '(STOPPABLE, NOT_PAUSABLE, ACCEPTS_SHUTDOWN)'
      : '(NOT_STOPPABLE, NOT_PAUSABLE, IGNORES_SHUTDOWN)';
  return lines(
    `SERVICE_NAME: ${service.name} `,
    ...(displayName ? [`DISPLAY_NAME: ${service.displayName}`] : []),
    row('TYPE', types[service.kind]),
    row('STATE', states[state]),
    `${' '.repeat(32)}${accepts}`,
    row('WIN32_EXIT_CODE', '0  (0x0)'),
    row('SERVICE_EXIT_CODE', '0  (0x0)'),
    row('CHECKPOINT', '0x0'),
    row('WAIT_HINT', '0x0'),
    ...(extended ? [row('PID', state === 'stopped' ? '0' : String(service.pid)), row('FLAGS', '')] : []),
  );
}

export function serviceConfig(service: Service): string {
  const [first = '', ...others] = service.dependsOn;
  return lines(
    '[SC] QueryServiceConfig SUCCESS',
    '',
    `SERVICE_NAME: ${service.name}`,
    row('TYPE', types[service.kind]),
    row('START_TYPE', startModes[service.startMode]),
    row('ERROR_CONTROL', '1   NORMAL'),
    row('BINARY_PATH_NAME', service.image),
    row('LOAD_ORDER_GROUP', ''),
    row('TAG', '0'),
    row('DISPLAY_NAME', service.displayName),
    row('DEPENDENCIES', first),
    ...others.map((name) => row('', name)),
    row('SERVICE_START_NAME', service.account),
  );
}

export function scFailure({ language }: ToolContext, call: string, code: number): ToolOutput {
  return {
    exitCode: code,
    out: lines(`[SC] ${call} ${language.scFailed} ${code}:`, '', errorText(language, code), ''),
  };
}
