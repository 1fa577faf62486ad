import { basename } from 'node:path';

/**
 * How to run npm without a shell: below `npm run` it is the npm that runs us,
 * else the one in PATH (on Windows a command file, which needs a shell).
 * @param {string[]} args
 * @returns {{ command: string, args: string[], shell: boolean }}
 */
export function npm(args) {
  const cli = process.env.npm_execpath;
  if (cli && basename(cli).startsWith('npm')) return { command: process.execPath, args: [cli, ...args], shell: false };
  return { command: 'npm', args, shell: process.platform === 'win32' };
}
