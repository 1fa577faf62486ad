import type { ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { constants } from 'node:os';
import { isAbsolute } from 'node:path';
import { setImmediate as immediate, setTimeout as delay } from 'node:timers/promises';
import type { CommandOutcome } from '../host.ts';
import { collectOutput, type CollectedOutput } from './collected-output.ts';
import { endProcessGroup, endProcessTree } from './process-tree.ts';
import { startProgram } from './start-program.ts';
import { createStop } from './stop-reason.ts';

export interface RunOptions {
  timeoutMs: number;
  signal?: AbortSignal | undefined;
  /** Exit codes that are an answer and not an error; default `[0]`. */
  okExitCodes?: readonly number[] | undefined;
  /** Cap on stdout and stderr together; default 16 MiB. */
  maxBytes?: number | undefined;
  /** The real System32: the process starts in it, and taskkill is taken from it. */
  systemFolder: string;
  /** The whole environment of the process; nothing is inherited. */
  env: Record<string, string>;
}

export interface RunResult {
  outcome: Exclude<CommandOutcome, 'notRecorded'>;
  /** Null unless `exited`; unsigned. A process that a signal ended has 128 + its number. */
  exitCode: number | null;
  ok: boolean;
  /** What came until the process ended or was ended. */
  stdout: Uint8Array;
  stderr: Uint8Array;
  durationMs: number;
  detail?: string;
}

type Ending = Omit<RunResult, 'ok' | 'stdout' | 'stderr' | 'durationMs'>;

const defaultMaxBytes = 16 * 1024 * 1024;
/** After the exit, a pipe that nobody writes to for this long is held by a process left behind. */
const quietMs = 250;
/** How often one that is still written to is waited for: no process that has exited has this much left. */
const drainRounds = 4;
/** A process that was ended and is still there after this long is left to the system. */
const endedMs = 3000;

/**
 * Runs one program to its end: no shell, no stdin, no window, an environment of
 * its own. Settles by its time-out, whatever the program or its children do, and
 * leaves no process of theirs behind. Never rejects for what the program did.
 *
 * @param binary absolute path: nothing is looked up in PATH
 * @throws TypeError when `binary` is not absolute, or an argument holds a NUL
 */
export async function runCommand(binary: string, args: readonly string[], options: RunOptions): Promise<RunResult> {
  if (!isAbsolute(binary)) throw new TypeError(`not an absolute path: ${binary}`);
  const startedAt = performance.now();
  const { ending, output } = await supervise(binary, args, options);
  return {
    ...ending,
    ok: ending.exitCode !== null && (options.okExitCodes ?? [0]).includes(ending.exitCode),
    stdout: output?.stdout() ?? new Uint8Array(),
    stderr: output?.stderr() ?? new Uint8Array(),
    durationMs: Math.round(performance.now() - startedAt),
  };
}

async function supervise(
  binary: string,
  args: readonly string[],
  { timeoutMs, signal, maxBytes = defaultMaxBytes, systemFolder, env }: RunOptions,
): Promise<{ ending: Ending; output?: CollectedOutput }> {
  if (signal?.aborted) return { ending: { outcome: 'cancelled', exitCode: null } };
  const child = await startProgram(binary, args, { cwd: systemFolder, env });
  if ('code' in child) return { ending: startFailure(binary, child.code) };
  const stop = createStop(timeoutMs, signal);
  const output = collectOutput(child.stdout, child.stderr, maxBytes, () => stop.because('tooLarge'));
  const exited = new Promise<Ending>((resolve) => {
    child.once('exit', (code, signalName) => resolve(exitEnding(code, signalName)));
  });
  try {
    const first = await Promise.race([exited, stop.reason]);
    if (typeof first === 'string') {
      await endTree(child, exited, { systemFolder, env });
      return { ending: { outcome: first, exitCode: null }, output };
    }
    await drain(output, child.pid!);
    return { ending: output.overflowed() ? { outcome: 'tooLarge', exitCode: null } : first, output };
  } finally {
    stop.dispose();
    child.stdout.destroy();
    child.stderr.destroy();
  }
}

async function endTree(
  child: ChildProcess,
  exited: Promise<unknown>,
  { systemFolder, env }: Pick<RunOptions, 'systemFolder' | 'env'>,
): Promise<void> {
  const ended = endProcessTree(child.pid!, systemFolder, env).then(() => child.kill('SIGKILL'));
  await Promise.race([Promise.all([exited, ended]), delay(endedMs, undefined, { ref: false })]);
}

/**
 * Takes what a process that has exited left in its pipes. A process that it left
 * behind can hold them open for as long as it lives, so the wait ends with
 * silence; what is left of its group is then ended (on Windows nothing can find
 * it: the tree hangs on the process that has gone).
 */
async function drain(output: CollectedOutput, pid: number): Promise<void> {
  for (let round = 0; round < drainRounds; round += 1) {
    const before = output.size();
    const closed = await Promise.race([output.closed.then(() => true), silence()]);
    if (closed) return;
    if (output.size() === before || output.overflowed()) break;
  }
  if (process.platform !== 'win32') endProcessGroup(pid);
}

/** The immediate lets what is already in the pipes come in first, when this process was busy. */
async function silence(): Promise<false> {
  await delay(quietMs);
  await immediate();
  return false;
}

function exitEnding(code: number | null, signal: NodeJS.Signals | null): Ending {
  if (code !== null) return { outcome: 'exited', exitCode: code >>> 0 };
  const number = signal === null ? 0 : constants.signals[signal];
  return { outcome: 'exited', exitCode: 128 + number, detail: `The program was ended by ${signal}.` };
}

function startFailure(binary: string, code: string | undefined): Ending {
  // ENOENT is also what a missing working folder gives.
  if (code === 'ENOENT' && !existsSync(binary)) return { outcome: 'notFound', exitCode: null };
  if (code === 'EACCES' || code === 'EPERM') return { outcome: 'accessDenied', exitCode: null };
  return {
    outcome: 'spawnFailed',
    exitCode: null,
    detail: `The program could not be started (${code ?? 'unknown'}).`,
  };
}
