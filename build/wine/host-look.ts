import { writeFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { toolEnvironment } from '../../electron/host/windows/environment.ts';
import { runCommand, type RunOptions, type RunResult } from '../../electron/host/windows/run-command.ts';
import { createWindowsHost } from '../../electron/host/windows/windows-host.ts';
import { realWorld } from '../../electron/host/windows/world.ts';

// Runs on a Node for Windows: what the windows Host does with real processes, files and names of Windows, written as
// JSON to the file that its argument names. The test that starts it judges it.

const world = realWorld();
const host = createWindowsHost(world);
const node = process.execPath;
const env = toolEnvironment(process.env, world.systemRoot);

const textOf = ({ stdout }: RunResult): string => Buffer.from(stdout).toString();
const run = (script: string, more: Partial<RunOptions> = {}, args: string[] = []): Promise<RunResult> =>
  runCommand(node, ['-e', script, '--', ...args], {
    timeoutMs: 30_000,
    systemFolder: world.systemFolder,
    env,
    ...more,
  });

/** Prints the id of a child that goes on for ever, and goes on for ever itself. */
const tree = `const { spawn } = require('node:child_process');
  const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' });
  console.log(process.pid + ' ' + child.pid); setInterval(() => {}, 1000);`;

function lives(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

async function livesAfterAll(pids: number[]): Promise<number> {
  for (let tries = 0; tries < 40 && pids.some(lives); tries += 1) await delay(50);
  return pids.filter(lives).length;
}

const words = [
  'a b',
  '"quoted"',
  'C:\\folder\\',
  'C:\\a b\\',
  'two\\\\"',
  '%PATH%',
  '^&|<>',
  '',
  'Größe',
  '\u65e5\u672c',
  "it's",
];

/** How a program that goes on for ever ended, and how many processes of it are left. */
async function ended(more: Partial<RunOptions>): Promise<object> {
  const result = await run(tree, more);
  const pids = textOf(result).trim().split(' ').map(Number);
  const { outcome, exitCode } = result;
  return { outcome, exitCode, processes: pids.length, left: await livesAfterAll(pids) };
}

const question = { name: 'look', timeoutMs: 20_000 };
const system32 = world.systemFolder;

const look = {
  platform: process.platform,
  systemRoot: world.systemRoot,
  args: {
    given: words,
    got: JSON.parse(
      textOf(await run('process.stdout.write(JSON.stringify(process.argv.slice(1)))', {}, words)),
    ) as unknown,
  },
  bytes: [...(await run('process.stdout.write(Buffer.from([0, 255, 128, 13, 10]))')).stdout],
  large: (await run('process.stdout.write(Buffer.alloc(5000000, 97))')).stdout.length,
  exitCode: (await run('process.exitCode = -2146498529')).exitCode,
  environment: JSON.parse(
    textOf(await run('process.stdout.write(JSON.stringify(Object.keys(process.env)))')),
  ) as unknown,
  folder: textOf(await run('process.stdout.write(process.cwd())')),
  timedOut: await ended({ timeoutMs: 4000 }),
  cancelled: await ended({ signal: AbortSignal.timeout(4000) }),
  appcmd: (await host.run({ ...question, tool: 'appcmd', args: ['list', 'site'] })).outcome,
  noFile: (await host.readFile({ ...question, path: 'C:\\no\\such.config' })).outcome,
  noFolder: (await host.listFolder({ ...question, path: 'C:\\no\\such' })).outcome,
  system32: (await host.listFolder({ ...question, path: system32 })).entries.map(({ name }) => name.toLowerCase()),
  describe: await host.describe(),
  identity: await host.identity(),
};
writeFileSync(process.argv[2]!, JSON.stringify(look));
