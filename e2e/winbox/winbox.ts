import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { whyModeIsLoose } from '../../electron/cases/folder-safety.ts';
import type { Host } from '../../electron/host/host.ts';
import { startListener } from '../../electron/host/practice/listener.ts';
import { folderStore, keptFilePath } from '../../electron/host/practice/store/folder-store.ts';
import { toolNames, toolPath, type ToolName } from '../../electron/host/tools.ts';
import { createWindowsHost } from '../../electron/host/windows/windows-host.ts';
import type { WindowsWorld } from '../../electron/host/windows/world.ts';
import { writeBoxFile, type BoxFault, type BoxFile } from './box-file.ts';
import { boxPath, programsScript, setProgram, systemRoot, writePrograms } from './programs.ts';
import { createRuns } from './runs.ts';
import { startPrograms } from './start-programs.ts';
import { createTakeStarts } from './starts.ts';

export interface WinboxOptions {
  /** Holds a kept practice server. */
  practiceDir: string;
  faults?: Partial<Record<ToolName, BoxFault>>;
  /** Milliseconds that a run of the tool takes at least. */
  delays?: Partial<Record<ToolName, number>>;
  /** The process behind all executables; default: the built one, seen from here. */
  script?: string;
}

export interface Winbox {
  /** The windows Host, with real processes, files and connections. */
  host: Host;
  /**
   * Makes a tool fail from its next run on; null makes it work again.
   *
   * @param when only runs whose arguments, joined with blanks, hold this; no use
   * with `missing` and `accessDenied`
   */
  setFault(tool: ToolName, fault: BoxFault | null, when?: string): Promise<void>;
  /** The tools that were started since the last call. */
  takeStarts(): Promise<ToolName[]>;
  dispose(): Promise<void>;
}

/**
 * A folder that looks like `C:\Windows`, whose programs are real executables that
 * speak for a kept practice server. Not for Windows itself.
 */
export async function createWinbox({
  practiceDir,
  faults = {},
  delays = {},
  script = programsScript,
}: WinboxOptions): Promise<Winbox> {
  const box = await mkdtemp(join(tmpdir(), 'winbox '));
  const store = folderStore(practiceDir);
  const listener = startListener(store);
  const runs = createRuns(box);
  const file: BoxFile = { practiceDir, faults: {}, delays };
  await writeBoxFile(box, file);
  const programs = await startPrograms(box, script);
  await writePrograms(box, programs.port);

  const setFault: Winbox['setFault'] = async (tool, fault, when) => {
    const kept = fault?.kind === 'missing' || fault?.kind === 'accessDenied' ? fault.kind : 'there';
    await setProgram(box, tool, kept);
    if (fault === null) delete file.faults[tool];
    else file.faults[tool] = { fault, when: when ?? null };
    await writeBoxFile(box, file);
  };
  for (const tool of toolNames) if (faults[tool] !== undefined) await setFault(tool, faults[tool]);

  const binaries = new Set(toolNames.map((tool) => toolPath(tool, systemRoot)));
  const world: WindowsWorld = {
    systemRoot,
    programData: 'C:\\ProgramData',
    systemFolder: boxPath(box, `${systemRoot}\\System32`),
    environment: {},
    mapPath: (path) => (binaries.has(path) ? runs.link(boxPath(box, path)) : keptFilePath(practiceDir, path)),
    connect: async (address, port) => ({ host: '127.0.0.1', port: await listener.portFor(address, port) }),
    addresses: async () => {
      const { addresses } = (await store.read()).windows;
      return addresses.filter((address) => address !== '::1' && !address.startsWith('127.'));
    },
    bootTime: async () => (await store.read()).windows.bootTime,
    whyLoose: whyModeIsLoose,
    repairLock: `PackageServerDoctor.${basename(box)}`,
    now: () => new Date(),
  };
  const windows = createWindowsHost(world);
  const dispose = async (): Promise<void> => {
    await windows.dispose();
    await listener.close();
    await programs.stop();
    // A run that was ended a moment ago may still be tidying up.
    await rm(box, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  };
  return {
    host: { ...windows, run: (question) => runs.run(windows, question), dispose },
    setFault,
    takeStarts: createTakeStarts(box),
    dispose,
  };
}
