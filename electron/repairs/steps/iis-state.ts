import { z } from 'zod';
import type { Host } from '../../host/host.ts';
import { readFacts } from '../read-facts.ts';
import { runAppcmd } from './appcmd.ts';
import type { ToolStepKind } from './step-kind.ts';

/** A site or an application pool is started or stopped; IIS's configuration stays as it is. */
export const IisState = z.object({
  kind: z.literal('iisState'),
  change: z.enum(['start', 'stop']),
  object: z.enum(['site', 'apppool']),
  name: z.string(),
});
export type IisState = z.infer<typeof IisState>;

const objects = { site: 'site', apppool: 'application pool' } as const;
const what = ({ object, name }: IisState): string => `the ${objects[object]} "${name}"`;

/** ERROR_SHARING_VIOLATION, which HTTP.SYS gives for a port. */
const ownMeanings = { 32: 'another program listens on a port of this site' };

export const iisState: ToolStepKind<IisState> = {
  words: (step) => `${step.change === 'start' ? 'Start' : 'Stop'} ${what(step)}`,
  toCommand: ({ change, object, name }) => ({
    binary: 'appcmd.exe',
    args: [change, object, `/${object}.name:${name}`],
  }),
  inverse: (step) => ({ ...step, change: step.change === 'start' ? 'stop' : 'start' }),
  perform: (step, host, patience) => runAppcmd(host, iisState.toCommand(step), patience, ownMeanings),
  async readBack(step, host) {
    const state = await readState(step, host);
    if (state === null)
      return { isBefore: false, isAfter: false, words: `IIS does not tell the state of ${what(step)}` };
    const started = state.toLowerCase() === 'started';
    const stopped = state.toLowerCase() === 'stopped';
    const [isBefore, isAfter] = step.change === 'start' ? [stopped, started] : [started, stopped];
    return { isBefore, isAfter, words: `IIS shows ${what(step)} as ${state}` };
  },
};

async function readState({ object, name }: IisState, host: Host): Promise<string | null> {
  const { iisView, appPools } = await readFacts(host, [object === 'site' ? 'iisView' : 'appPools']);
  const sites = iisView?.state === 'known' ? iisView.value.sites : [];
  const pools = appPools?.state === 'known' ? appPools.value : [];
  return [...sites, ...pools].find((own) => own.name.toLowerCase() === name.toLowerCase())?.state ?? null;
}
