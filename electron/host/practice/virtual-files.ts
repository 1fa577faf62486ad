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

/** Every file that the server is known to have, by Windows path. */
export function filesOf(world: World): Map<string, Uint8Array> {
  const files = new Map<string, Uint8Array>([
    [`${configFolder}\\redirection.config`, Buffer.from(redirection, 'utf8')],
    [`${configFolder}\\applicationHost.config`, Buffer.from(applicationHost(world.iis), 'utf8')],
  ]);
  for (const [path, content] of Object.entries(world.files)) {
    files.set(path, Buffer.from(content, 'base64'));
  }
  return files;
}

/** Windows finds a file whatever the case of its path. */
export function findFile(world: World, path: string): Uint8Array | undefined {
  const wanted = path.toLowerCase();
  for (const [name, content] of filesOf(world)) if (name.toLowerCase() === wanted) return content;
  return undefined;
}

export function writeFile(world: World, path: string, content: Uint8Array): void {
  const existing = Object.keys(world.files).find((name) => name.toLowerCase() === path.toLowerCase());
  world.files[existing ?? path] = Buffer.from(content).toString('base64');
}
