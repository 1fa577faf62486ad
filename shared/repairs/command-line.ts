import type { Command } from '../model/repair.ts';

/**
 * A command as a person would type it at a prompt, for reading and copying only:
 * the product itself never builds or runs a command line.
 * Quoting follows CommandLineToArgvW (Microsoft, "Parsing C command-line arguments").
 */
export function commandLine({ binary, args }: Command): string {
  return [binary, ...args].map(quoted).join(' ');
}

function quoted(argument: string): string {
  if (argument !== '' && !/[\s"&|<>^%(){}]/u.test(argument)) return argument;
  const escaped = argument.replace(/(\\*)"/gu, '$1$1\\"').replace(/(\\+)$/u, '$1$1');
  return `"${escaped}"`;
}
