import { mkdir, rm, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo, type Socket } from 'node:net';
import { join } from 'node:path';
import type { ToolRun } from '../../electron/host/practice/tools/run-tool.ts';
import { readCall } from './call.ts';
import { answersFolder, wideExitFile } from './programs.ts';
import { runBoxTool } from './run-box-tool.ts';
import { noteStart } from './starts.ts';

/**
 * The process behind every .exe of a box: a Node for each would take most of a test's time. A program connects, says
 * what it was called with, and is told what to print and how to end. Called with the box's folder; prints its port.
 */
const [box = ''] = process.argv.slice(2);

/** In this time a program that was started before the box's owner died has connected. */
const lastCallMs = 1000;
/** A longer output is left to cat: bash's own print keeps the whole in memory. */
const longestText = 65_536;

let count = 0;
const server = createServer((socket) => void serve(socket));
server.listen(0, '127.0.0.1', () => process.stdout.write(`${(server.address() as AddressInfo).port}\n`));
// As on Windows, the tools outlive whoever started them: this process ends after the last.
process.stdin.resume().once('close', () => setTimeout(() => server.close(), lastCallMs));

async function serve(socket: Socket): Promise<void> {
  const gone = new AbortController();
  const closed = new Promise((resolve) => socket.once('close', resolve)).then(() => gone.abort());
  // It closes after an error, too.
  socket.on('error', () => undefined);
  const number = (count += 1);
  const folder = join(answersFolder(box), String(number));
  try {
    const { tool, runFolder, args } = await readCall(socket);
    noteStart(box, tool);
    const run = await runBoxTool(box, tool, args, gone.signal).catch(failed);
    if (!gone.signal.aborted) {
      socket.write(run === 'hang' ? 'hang\n' : `${await leave(folder, runFolder, run)} ${number}\n`);
    }
  } catch (error) {
    // The Host takes the folder of a program away that it has ended.
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    socket.destroy();
  }
  await closed;
  await rm(folder, { recursive: true, force: true });
}

/** Leaves what a program has to print where it finds it; returns the code that it ends with. */
async function leave(folder: string, runFolder: string, { exitCode, stdout, stderr }: ToolRun): Promise<number> {
  await mkdir(folder, { recursive: true });
  for (const [name, bytes] of Object.entries({ stdout, stderr })) {
    const kind = bytes.length > longestText || bytes.includes(0) ? 'bytes' : 'text';
    if (bytes.length > 0) await writeFile(join(folder, `${name}.${kind}`), bytes);
  }
  if (exitCode <= 255) return exitCode;
  // An exit code has 8 bits here and 32 on Windows: the box's Host reads the whole one from this file.
  await writeFile(wideExitFile(runFolder), String(exitCode));
  return 255;
}

/** A program whose tool cannot be run ends as a Node with an uncaught error does. */
const failed = (error: Error): ToolRun => ({
  exitCode: 1,
  stdout: new Uint8Array(),
  stderr: Buffer.from(`${error.stack}\n`),
});
