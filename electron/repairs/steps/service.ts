import { z } from 'zod';
import type { Host } from '../../host/host.ts';
import { isRunning, isStopped, readService, runSc, ServiceName, statusWords, waitForService } from './sc.ts';
import type { Patience, Standing, StepKind } from './step-kind.ts';

/** A service is stopped, and waited for until its process has gone. It is never killed. */
export const ServiceStop = z.object({ kind: z.literal('serviceStop'), service: ServiceName });
export type ServiceStop = z.infer<typeof ServiceStop>;

/** A service is started, and waited for until it runs. */
export const ServiceStart = z.object({
  kind: z.literal('serviceStart'),
  service: ServiceName,
  /** Why starting it ends what can be taken back, or null. */
  noUndo: z.string().nullable(),
});
export type ServiceStart = z.infer<typeof ServiceStart>;

const notRunning = 1062;
const runsAlready = 1056;

const seconds = (ms: number): number => Math.round(ms / 1000);

async function standing(host: Host, service: string, wanted: 'running' | 'stopped'): Promise<Standing> {
  const status = await readService(host, service);
  if (typeof status === 'string') return { isBefore: false, isAfter: false, words: status };
  const [running, stopped] = [isRunning(status), isStopped(status)];
  const [isBefore, isAfter] = wanted === 'stopped' ? [running, stopped] : [stopped, running];
  return { isBefore, isAfter, partly: !running && !stopped, words: statusWords(status) };
}

/** Waits out a start or a stop that is under way. */
const settle = async ({ service }: { service: string }, host: Host, patience: Patience): Promise<void> => {
  await waitForService(host, service, (status) => isRunning(status) || isStopped(status), patience);
};

/** sc can report a failure (1053, or nothing in its time) of what goes on nevertheless: where it leads decides. */
async function settleIfMoving({ service }: { service: string }, host: Host, patience: Patience): Promise<void> {
  const status = await readService(host, service);
  if (typeof status !== 'string' && !isRunning(status) && !isStopped(status)) await settle({ service }, host, patience);
}

export const serviceStop: StepKind<ServiceStop> = {
  words: ({ service }) => `Stop the service ${service}, and wait until its process has ended`,
  toCommand: ({ service }) => ({ binary: 'sc.exe', args: ['stop', service] }),
  inverse: ({ service }) => ({ kind: 'serviceStart', service, noUndo: null }),
  async perform({ service }, host, patience) {
    const asked = await runSc(host, 'stop', service, [notRunning]);
    if (!asked.ok) {
      await settleIfMoving({ service }, host, patience);
      return asked;
    }
    const status = await waitForService(host, service, isStopped, patience);
    if (typeof status === 'string' || isStopped(status)) return asked;
    const detail = `It has not stopped within ${seconds(patience.service)} s. It is not killed, for its process can be in the middle of its work; wait, or restart Windows`;
    return { ok: true, detail };
  },
  readBack: ({ service }, host) => standing(host, service, 'stopped'),
  settle,
};

export const serviceStart: StepKind<ServiceStart> = {
  words: ({ service }) => `Start the service ${service}, and wait until it runs`,
  toCommand: ({ service }) => ({ binary: 'sc.exe', args: ['start', service] }),
  inverse: ({ service }) => ({ kind: 'serviceStop', service }),
  async perform({ service }, host, patience) {
    const before = await readService(host, service);
    if (typeof before !== 'string' && before.state === 'StopPending') {
      return { ok: false, detail: 'it is still stopping, and cannot be started before it has stopped' };
    }
    const asked = await runSc(host, 'start', service, [runsAlready]);
    if (!asked.ok) {
      await settleIfMoving({ service }, host, patience);
      return asked;
    }
    const status = await waitForService(host, service, isRunning, patience);
    if (typeof status === 'string' || isRunning(status)) return asked;
    return { ok: true, detail: `It does not run after ${seconds(patience.service)} s` };
  },
  readBack: ({ service }, host) => standing(host, service, 'running'),
  settle,
};
