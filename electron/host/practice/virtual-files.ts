import { logFiles } from './agent/log-files.ts';
import { policyFile } from './agent/policy-file.ts';
import { applicationHost } from './application-host.ts';
import type { World } from './model/world.ts';

const configFolder = 'C:\\Windows\\System32\\inetsrv\\config';

/** Without the rights of an administrator, IIS's configuration cannot be read. */
export const needsElevation = (path: string): boolean =>
  path.toLowerCase().startsWith(`${configFolder}\\`.toLowerCase());

const redirection = [
  '<?xml version="1.0" encoding="UTF-8"?>',
  '<configuration>',
  '    <configSections>',
  '        <section name="configurationRedirection" />',
  '    </configSections>',
  '    <configurationRedirection />',
  '</configuration>',
  '',
].join('\r\n');

export interface VirtualFile {
  content: Uint8Array;
  /** ISO-8601 UTC. */
  modified: string;
}

/** Every file that the server is known to have, by Windows path. */
export function filesOf(world: World): Map<string, VirtualFile> {
  const { bootTime } = world.windows;
  const text = (content: string, modified = bootTime) => ({ content: Buffer.from(content, 'utf8'), modified });
  const policy = policyFile(world);
  const files = new Map<string, VirtualFile>([
    [`${configFolder}\\redirection.config`, text(redirection)],
    [`${configFolder}\\applicationHost.config`, text(applicationHost(world.iis))],
    ...logFiles(world).map((log) => [log.path, text(log.content, log.modified)] as const),
    ...(policy === null ? [] : [[policy.path, text(policy.content, policy.modified)] as const]),
  ]);
  for (const [path, content] of Object.entries(world.files)) {
    files.set(path, { content: Buffer.from(content, 'base64'), modified: bootTime });
  }
  return files;
}

/** Windows finds a file whatever the case of its path. */
export function findFile(world: World, path: string): Uint8Array | undefined {
  const wanted = path.toLowerCase();
  for (const [name, { content }] of filesOf(world)) if (name.toLowerCase() === wanted) return content;
  return undefined;
}

export function writeFile(world: World, path: string, content: Uint8Array): void {
  const existing = Object.keys(world.files).find((name) => name.toLowerCase() === path.toLowerCase());
  world.files[existing ?? path] = Buffer.from(content).toString('base64');
}
