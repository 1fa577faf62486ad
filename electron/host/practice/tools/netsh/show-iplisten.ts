import { lines, type ToolContext, type ToolOutput } from '../tool.ts';

/** `netsh http show iplisten`. */
export function showIpListen({ world, language }: ToolContext): ToolOutput {
  const title = language.netsh.words.ipListen;
  const addresses = world.httpSys.ipListen.map((address) => `    ${address}`);
  return { exitCode: 0, out: lines('', title, '-'.repeat(43), '', ...addresses, '') };
}
