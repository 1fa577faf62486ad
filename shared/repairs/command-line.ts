import type { Command } from '../model/repair.ts';

/**
 * A command as a person would type it at a prompt, for reading and copying only:
 * the product itself never builds or runs a command line.
 * Quoting follows CommandLineToArgvW (Microsoft, "Parsing C command-line arguments").
 * A whole script as an argument is shortened: the plan's document has it in full.
 */
export function commandLine({ binary, args }: Command): string {
  return [binary, ...args]
    .map((argument) => (argument.length > longest ? shortened(argument) : quoted(argument)))
    .join(' ');
}

const longest = 1000;

const shortened = (argument: string): string => `${argument.slice(0, 24)}…[${argument.length} characters]`;

function quoted(argument: string): string {
  if (argument !== '' && !/[\s"&|<>^%(){}]/u.test(argument)) return argument;
  const escaped = argument.replace(/(\\*)"/gu, '$1$1\\"').replace(/(\\+)$/u, '$1$1');
  return `"${escaped}"`;
}
