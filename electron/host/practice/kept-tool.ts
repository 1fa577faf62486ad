import type { ToolName } from '../tools.ts';
import { folderStore } from './store/folder-store.ts';
import { onWorld } from './store/world-store.ts';
import { runTool, type ToolRun } from './tools/run-tool.ts';

/**
 * Runs a tool of the practice server that is kept in `dir`, for executables that
 * stand in for the real ones. What it changed is on the disk when this settles.
 * Starts once per process: it loads neither schemas nor certificate code.
 */
export function runKeptTool(dir: string, tool: ToolName, args: readonly string[]): Promise<ToolRun> {
  return onWorld(folderStore(dir), (world) => runTool(world, tool, args, new Date()));
}
