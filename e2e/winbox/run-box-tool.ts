import { setTimeout as delay } from 'node:timers/promises';
import { garbage } from '../../electron/host/practice/faults.ts';
import { runKeptTool } from '../../electron/host/practice/kept-tool.ts';
import { folderStore } from '../../electron/host/practice/store/folder-store.ts';
import { runTool, type ToolRun } from '../../electron/host/practice/tools/run-tool.ts';
import type { ToolName } from '../../electron/host/tools.ts';
import { readBoxFile, type BoxFault } from './box-file.ts';

/**
 * Runs a tool of a box: it speaks for the kept practice server, or fails as it was told to.
 *
 * @param signal aborted when the program has ended before its tool did anything: then it does nothing
 * @returns `hang` for a program that never ends
 */
export async function runBoxTool(
  box: string,
  tool: ToolName,
  args: readonly string[],
  signal: AbortSignal,
): Promise<ToolRun | 'hang'> {
  const { practiceDir, faults, delays } = await readBoxFile(box);
  const wait = (ms: number) => delay(ms, undefined, { signal });
  const runKept = () => runKeptTool(practiceDir, tool, args);
  await wait(delays[tool] ?? 0);
  const set = faults[tool];
  const applies = set !== undefined && (set.when === null || args.join(' ').includes(set.when));
  return applies ? fail(set.fault) : runKept();

  async function fail(fault: BoxFault): Promise<ToolRun | 'hang'> {
    const silent = { stdout: new Uint8Array(), stderr: new Uint8Array() };
    switch (fault.kind) {
      case 'exit':
        return { ...silent, exitCode: fault.code };
      case 'garbage':
        return { ...silent, exitCode: 0, stdout: garbage };
      case 'huge':
        return { ...silent, exitCode: 0, stdout: Buffer.alloc(fault.bytes, 'x') };
      case 'noEffect':
        return runTool(structuredClone(await folderStore(practiceDir).read()), tool, args, new Date());
      case 'hang':
        return 'hang';
      case 'delay':
        await wait(fault.ms);
        return runKept();
      case 'cut': {
        const whole = await runKept();
        return { ...whole, stdout: whole.stdout.subarray(0, whole.stdout.length >> 1) };
      }
      case 'wrongEncoding': {
        const sound = await runKept();
        return { ...sound, stdout: sound.stdout.map((byte) => (byte < 0x20 ? byte : byte ^ 0xa5)) };
      }
      case 'missing':
      case 'accessDenied':
        throw new Error(`${tool} was not to be started.`);
    }
  }
}
