import { setTimeout as sleep } from 'node:timers/promises';
import { decode } from '../decode.ts';
import { outputWithoutSecrets } from '../filters.ts';
import type { CommandAnswer, CommandOutcome, CommandQuestion } from '../host.ts';
import { toolPath, type ToolName } from '../tools.ts';
import { garbage, type Fault } from './faults.ts';
import { languageOf } from './languages/languages.ts';
import { onWorld, type WorldStore } from './store/world-store.ts';
import { runTool, type ToolRun } from './tools/run-tool.ts';

const defaultMaxBytes = 16 * 1024 * 1024;
const nothing: ToolRun = { exitCode: 0, stdout: new Uint8Array(), stderr: new Uint8Array() };

/** How long the real tools take on somebody's server, in ms. */
const realisticMs: Readonly<Record<ToolName, number>> = {
  netsh: 60,
  appcmd: 400,
  reg: 40,
  sc: 40,
  whoami: 40,
  netstat: 100,
  tasklist: 150,
  wevtutil: 120,
  dism: 3000,
  certutil: 150,
  powershell: 600,
};

/** Runs one question's tool, with the fault that was asked for, and answers as the windows host would. */
export async function askTool(
  store: WorldStore,
  question: CommandQuestion,
  fault: Fault | undefined,
  realistic: boolean,
): Promise<CommandAnswer> {
  const startedAt = performance.now();
  const asked = new Date();
  const { outcome, run } = await attempt(store, question, fault, realistic);
  const { oemPage, ansiPage } = languageOf((await store.read()).language);
  const output = (bytes: Uint8Array) => ({ bytes, ...decode(bytes, { oem: oemPage, ansi: ansiPage }) });
  const exitCode = outcome === 'exited' ? run.exitCode : null;
  const { stdout, ...told } = await outputWithoutSecrets(run.stdout, question.filter);
  return {
    kind: 'command',
    name: question.name,
    at: asked.toISOString(),
    durationMs: Math.round(performance.now() - startedAt),
    binary: toolPath(question.tool),
    args: question.args,
    outcome,
    exitCode,
    ok: exitCode !== null && (question.okExitCodes ?? [0]).includes(exitCode),
    ...told,
    stdout: output(stdout),
    stderr: output(run.stderr),
  };
}

async function attempt(
  store: WorldStore,
  question: CommandQuestion,
  fault: Fault | undefined,
  realistic: boolean,
): Promise<{ outcome: CommandOutcome; run: ToolRun }> {
  if (fault?.kind === 'missing') return { outcome: 'notFound', run: nothing };
  const ended = await waitFor(question, fault, realistic);
  if (ended !== null) return { outcome: ended, run: nothing };
  const run = await perform(store, question, fault);
  const size = run.stdout.length + run.stderr.length;
  if (size > (question.maxBytes ?? defaultMaxBytes)) return { outcome: 'tooLarge', run: nothing };
  return { outcome: 'exited', run };
}

/** Null when the tool's time is over; else what ended it before. */
async function waitFor(
  { tool, timeoutMs, signal }: CommandQuestion,
  fault: Fault | undefined,
  realistic: boolean,
): Promise<'timedOut' | 'cancelled' | null> {
  const own = (realistic ? realisticMs[tool] : 0) + (fault?.kind === 'delay' ? fault.ms : 0);
  const needs = fault?.kind === 'hang' ? Number.POSITIVE_INFINITY : own;
  if (signal?.aborted === true) return 'cancelled';
  if (needs === 0) return null;
  try {
    await sleep(Math.min(needs, timeoutMs), undefined, signal === undefined ? {} : { signal });
  } catch {
    return 'cancelled';
  }
  return needs > timeoutMs ? 'timedOut' : null;
}

async function perform(store: WorldStore, { tool, args }: CommandQuestion, fault: Fault | undefined): Promise<ToolRun> {
  switch (fault?.kind) {
    case 'exit':
      return { ...nothing, exitCode: fault.code };
    case 'garbage':
      return { ...nothing, stdout: garbage };
    case 'huge':
      return { ...nothing, stdout: new Uint8Array(fault.bytes).fill(0x2e) };
    case 'noEffect':
      return runTool(structuredClone(await store.read()), tool, args, new Date());
    default:
      return onWorld(store, (world) => runTool(world, tool, args, new Date()));
  }
}
