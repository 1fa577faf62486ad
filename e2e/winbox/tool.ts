import { writeFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { garbage } from '../../electron/host/practice/faults.ts';
import { runKeptTool } from '../../electron/host/practice/kept-tool.ts';
import { folderStore } from '../../electron/host/practice/store/folder-store.ts';
import { runTool, type ToolRun } from '../../electron/host/practice/tools/run-tool.ts';
import type { ToolName } from '../../electron/host/tools.ts';
import { readBoxFile, type BoxFault } from './box-file.ts';
import { wideExitFile } from './programs.ts';

/**
 * The one program behind every .exe of a box: it speaks for the kept practice
 * server, or fails as it was told to. Called with the box's folder, the folder of
 * this run, the tool's name and the tool's own arguments.
 */
const [box = '', runFolder = '', name = '', ...args] = process.argv.slice(2);
const tool = name as ToolName;
const { practiceDir, faults, delays } = await readBoxFile(box);
await delay(delays[tool] ?? 0);
const set = faults[tool];
const applies = set !== undefined && (set.when === null || args.join(' ').includes(set.when));
const run = applies ? await fail(set.fault) : await runKeptTool(practiceDir, tool, args);
process.stdout.write(run.stdout);
process.stderr.write(run.stderr);
// An exit code has 8 bits here and 32 on Windows: the box's Host reads the whole one from this file.
if (run.exitCode > 255) writeFileSync(wideExitFile(runFolder), String(run.exitCode));
process.exitCode = run.exitCode > 255 ? 255 : run.exitCode;

async function fail(fault: BoxFault): Promise<ToolRun> {
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
      process.on('SIGTERM', () => undefined);
      setInterval(() => undefined, 60_000);
      return new Promise(() => undefined);
    case 'delay':
      await delay(fault.ms);
      return runKeptTool(practiceDir, tool, args);
    case 'cut': {
      const whole = await runKeptTool(practiceDir, tool, args);
      return { ...whole, stdout: whole.stdout.subarray(0, whole.stdout.length >> 1) };
    }
    case 'wrongEncoding': {
      const sound = await runKeptTool(practiceDir, tool, args);
      return { ...sound, stdout: sound.stdout.map((byte) => (byte < 0x20 ? byte : byte ^ 0xa5)) };
    }
    case 'missing':
    case 'accessDenied':
      throw new Error(`${tool} was not to be started.`);
  }
}
