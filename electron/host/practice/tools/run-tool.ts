import iconv from 'iconv-lite';
import type { ToolName } from '../../tools.ts';
import { languageOf } from '../languages/languages.ts';
import type { World } from '../model/world.ts';
import { appcmd } from './appcmd/appcmd.ts';
import { certutil } from './certutil.ts';
import { dism } from './dism/dism.ts';
import { netsh } from './netsh/netsh.ts';
import { netstat } from './netstat.ts';
import { powershell } from './powershell/powershell.ts';
import { reg } from './reg/reg.ts';
import { sc } from './sc/sc.ts';
import { tasklist } from './tasklist.ts';
import type { Tool } from './tool.ts';
import { wevtutil } from './wevtutil/wevtutil.ts';
import { whoami } from './whoami.ts';

const tools: Readonly<Record<ToolName, Tool>> = {
  netsh,
  appcmd,
  reg,
  sc,
  whoami,
  netstat,
  tasklist,
  wevtutil,
  dism,
  certutil,
  powershell,
};

export interface ToolRun {
  exitCode: number;
  stdout: Uint8Array;
  stderr: Uint8Array;
}

/** Runs a tool on a world, which it may change, and gives the bytes that it would have written. */
export function runTool(world: World, tool: ToolName, args: readonly string[], now: Date): ToolRun {
  const language = languageOf(world.language);
  const { exitCode, out = '', err = '', encoding } = tools[tool]({ world, language, now }, args);
  const bytes = (text: string) => iconv.encode(text, encoding ?? `cp${language.oemPage}`);
  return { exitCode, stdout: bytes(out), stderr: bytes(err) };
}
