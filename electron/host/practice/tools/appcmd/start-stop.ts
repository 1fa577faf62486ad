import { startSite } from '../../site-control.ts';
import { lines, type ToolContext, type ToolOutput } from '../tool.ts';
import type { AppcmdArguments } from './arguments.ts';
import { error } from './messages.ts';

const same = (a: string, b: string) => a.toLowerCase() === b.toLowerCase();

/** `appcmd start|stop site NAME`. */
export const changeSiteState =
  (verb: 'start' | 'stop') =>
  ({ world, now }: ToolContext, { identifier, options }: AppcmdArguments): ToolOutput => {
    const name = identifier ?? options.get('site.name') ?? '';
    const site = world.iis.sites.find((one) => same(one.name, name));
    if (site === undefined) return error(1168, `Cannot find SITE object with identifier "${name}".`);
    if (verb === 'stop') site.state = 'Stopped';
    else {
      const code = startSite(world, site, now);
      if (code !== 0)
        return failure(code, 'The process cannot access the file because it is being used by another process.');
    }
    return { exitCode: 0, out: lines(`"${site.name}" successfully ${verb === 'start' ? 'started' : 'stopped'}.`) };
  };

/** `appcmd start|stop apppool NAME`. */
export const changePoolState =
  (verb: 'start' | 'stop') =>
  ({ world }: ToolContext, { identifier, options }: AppcmdArguments): ToolOutput => {
    const name = identifier ?? options.get('apppool.name') ?? '';
    const pool = world.iis.pools.find((one) => same(one.name, name));
    if (pool === undefined) return error(1168, `Cannot find APPPOOL object with identifier "${name}".`);
    const wanted = verb === 'start' ? 'Started' : 'Stopped';
    if (pool.state === wanted) return failure(0x80070420, `The ${verb} request was not needed.`);
    pool.state = wanted;
    return { exitCode: 0, out: lines(`"${pool.name}" successfully ${verb === 'start' ? 'started' : 'stopped'}.`) };
  };

const failure = (code: number, message: string): ToolOutput => ({
  exitCode: code,
  out: lines(`ERROR ( hresult:${code.toString(16)}, message:Command execution failed.`, message, ' )'),
});
