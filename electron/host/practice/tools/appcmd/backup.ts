import { refreshIisView } from '../../iis.ts';
import { lines, type ToolContext, type ToolOutput } from '../tool.ts';
import type { AppcmdArguments } from './arguments.ts';
import { badSyntax, error } from './messages.ts';

/** `appcmd add backup NAME`: the whole configuration as it is now. */
export function addBackup({ world }: ToolContext, { identifier, options }: AppcmdArguments): ToolOutput {
  const name = identifier ?? options.get('name');
  if (name === undefined || !/^[\w.() -]+$/u.test(name)) return badSyntax();
  if (findBackup(world.backups, name) !== undefined) {
    return error(183, `Failed to add duplicate collection element "${name}".`);
  }
  world.backups.push({ name, iis: structuredClone(world.iis) });
  return { exitCode: 0, out: lines(`BACKUP object "${name}" added`) };
}

export function listBackups({ world }: ToolContext, { identifier, options }: AppcmdArguments): ToolOutput {
  const name = identifier ?? options.get('name');
  const found = world.backups.filter((one) => name === undefined || same(one.name, name));
  return { exitCode: found.length === 0 ? 1 : 0, out: lines(...found.map((one) => `BACKUP "${one.name}"`)) };
}

/** Stops IIS, puts the whole configuration back, starts it: it brings no record of HTTP.SYS back. */
export function restoreBackup({ world }: ToolContext, { identifier, options }: AppcmdArguments): ToolOutput {
  const name = identifier ?? options.get('name') ?? '';
  const backup = findBackup(world.backups, name);
  if (backup === undefined) return error(1168, `Cannot find BACKUP object with identifier "${name}".`);
  world.iis = structuredClone(backup.iis);
  refreshIisView(world);
  return { exitCode: 0, out: lines(`Restored configuration from backup "${backup.name}"`) };
}

const same = (a: string, b: string) => a.toLowerCase() === b.toLowerCase();
const findBackup = <T extends { name: string }>(backups: readonly T[], name: string): T | undefined =>
  backups.find((one) => same(one.name, name));
