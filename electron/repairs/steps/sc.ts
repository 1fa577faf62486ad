import { z } from 'zod';
import { parseScQueryEx, type ServiceStatus } from '../../../shared/parsers/sc-queryex.ts';
import type { Host } from '../../host/host.ts';
import type { Patience, Performed } from './step-kind.ts';

/** A service's own name. A backslash would name another computer to sc. */
export const ServiceName = z.string().regex(/^[^\\/\s"][^\\/"]{0,255}$/u);

/** What sc's exit codes mean: it ends with the Windows error number, in every language. */
const meanings: Readonly<Record<number, string>> = {
  2: 'the file of the service is missing; for the agent that is AeXNSAgent.exe (KB258356)',
  5: 'the rights of an administrator are missing',
  1051: 'other services that run need it',
  1053: 'it did not answer in time',
  1056: 'it runs already',
  1058: 'it is disabled, or has no device that it could serve',
  1060: 'there is no such service',
  1061: 'it accepts no command at this moment',
  1062: 'it is not running',
  1068: 'a service that it needs did not start',
  1069: 'its account could not log on',
};

/** Starts or stops a service; `harmless` are codes that say that it is so already. */
export async function runSc(
  host: Host,
  verb: 'start' | 'stop',
  service: string,
  harmless: readonly number[],
): Promise<Performed> {
  const question = { name: `sc.${verb}.${service}`, tool: 'sc', args: [verb, service], timeoutMs: 60_000 } as const;
  const answer = await host.run({ ...question, okExitCodes: [0, ...harmless] });
  if (answer.ok) return { ok: true, detail: '' };
  if (answer.exitCode === null) return { ok: false, detail: `sc: ${answer.outcome}` };
  const meaning = meanings[answer.exitCode];
  return { ok: false, detail: `sc ended with ${answer.exitCode}${meaning === undefined ? '' : ` (${meaning})`}` };
}

/** How a service stands, or in words why that cannot be told. */
export async function readService(host: Host, service: string): Promise<ServiceStatus | string> {
  const question = {
    name: `sc.queryex.${service}`,
    tool: 'sc',
    args: ['queryex', service],
    timeoutMs: 20_000,
  } as const;
  const answer = await host.run(question);
  if (!answer.ok) {
    const said = answer.exitCode === null ? answer.outcome : `${answer.exitCode}`;
    return `sc does not tell how ${service} stands (${meanings[answer.exitCode ?? 0] ?? said})`;
  }
  const status = parseScQueryEx(answer.stdout.text);
  return status.ok ? status.value : `sc does not tell how ${service} stands: ${status.problem}`;
}

export const isStopped = ({ state, pid }: ServiceStatus): boolean => state === 'Stopped' && pid === 0;
export const isRunning = ({ state, pid }: ServiceStatus): boolean => state === 'Running' && pid !== 0;

/** Looks at a service until it is as wanted, or the patience is at its end. */
export async function waitForService(
  host: Host,
  service: string,
  wanted: (status: ServiceStatus) => boolean,
  { service: patienceMs, look }: Patience,
): Promise<ServiceStatus | string> {
  const until = Date.now() + patienceMs;
  for (;;) {
    const status = await readService(host, service);
    if ((typeof status !== 'string' && wanted(status)) || Date.now() >= until) return status;
    await new Promise((resolve) => setTimeout(resolve, look));
  }
}

/** A service's state for a person. */
export const statusWords = (status: ServiceStatus | string): string =>
  typeof status === 'string' ? status : `sc shows ${status.name} as ${status.state} (process ${status.pid})`;
