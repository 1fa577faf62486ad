import type { Tool, ToolContext, ToolOutput } from '../tool.ts';
import { parseArguments, type AppcmdArguments } from './arguments.ts';
import { addBackup, listBackups, restoreBackup } from './backup.ts';
import { clearConfig } from './clear-config.ts';
import { listConfig } from './list-config.ts';
import { listApplications, listPools, listVirtualDirectories } from './list-objects.ts';
import { listSites } from './list-sites.ts';
import { accessDenied, badSyntax } from './messages.ts';
import { setApplication } from './set-app.ts';
import { setConfig } from './set-config.ts';
import { setSite } from './set-site.ts';
import { changePoolState, changeSiteState } from './start-stop.ts';

const commands: Readonly<Record<string, (context: ToolContext, args: AppcmdArguments) => ToolOutput>> = {
  'list site': listSites,
  'list apppool': listPools,
  'list app': listApplications,
  'list vdir': listVirtualDirectories,
  'list config': listConfig,
  'list backup': listBackups,
  'set site': setSite,
  'set app': setApplication,
  'start site': changeSiteState('start'),
  'stop site': changeSiteState('stop'),
  'start apppool': changePoolState('start'),
  'stop apppool': changePoolState('stop'),
  'set config': setConfig,
  'clear config': clearConfig,
  'add backup': addBackup,
  'restore backup': restoreBackup,
};

/** appcmd.exe, which changes IIS's configuration and never HTTP.SYS. */
export const appcmd: Tool = (context, args) => {
  const parsed = parseArguments(args);
  const command = parsed && commands[`${parsed.verb} ${parsed.object}`];
  if (parsed === undefined || command === undefined) return badSyntax();
  if (context.world.rights === 'filtered') return accessDenied();
  return { ...command(context, parsed), encoding: 'utf-8' };
};
