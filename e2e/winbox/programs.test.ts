import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import type { CommandQuestion } from '../../electron/host/host.ts';
import { createPracticeServer, type PracticeServer } from '../../electron/host/practice/practice-server.ts';
import { toolPath, type ToolName } from '../../electron/host/tools.ts';
import { writeBoxFile, type BoxFile } from './box-file.ts';
import { readCall, type Call } from './call.ts';
import { boxPath, programsScript, writePrograms } from './programs.ts';
import { createTakeStarts } from './starts.ts';
import { createWinbox } from './winbox.ts';

let folder: string;
let practice: PracticeServer;
const practiceDir = () => join(folder, 'practice');
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'programs '));
  practice = await createPracticeServer({ scenario: 'healthy', dir: practiceDir() });
});
afterAll(async () => {
  await practice.dispose();
  await rm(folder, { recursive: true });
});

const ask = (tool: CommandQuestion['tool'], ...args: string[]): CommandQuestion => ({
  name: tool,
  tool,
  args,
  timeoutMs: 20_000,
});
const groups = ask('whoami', '/groups', '/fo', 'csv', '/nh');
const remove = ask('netsh', 'http', 'delete', 'sslcert', 'ipport=0.0.0.0:443');
const records = async () => JSON.stringify((await practice.world()).httpSys.live);

/** Children of this process that answer for a box. */
const processes = () =>
  spawnSync('ps', ['-o', 'args=', '--ppid', String(process.pid)], { encoding: 'utf8' })
    .stdout.split('\n')
    .filter((line) => line.includes(programsScript));

/** Waits until a program has told that it was started. */
const started = (take: () => Promise<ToolName[]>, tool: ToolName) =>
  expect.poll(take, { timeout: 20_000 }).toEqual([tool]);

/** Starts a program of a box as the Host does, with pipes and nothing else. */
function start(box: string, { tool, args }: CommandQuestion) {
  const path = boxPath(box, toolPath(tool));
  const child = spawn(path, args, { env: {}, stdio: ['ignore', 'pipe', 'pipe'], detached: true });
  const printed = Promise.all([text(child.stdout), text(child.stderr)]);
  const ended = once(child, 'close').then(async ([code, signal]) => ({ code, signal, printed: await printed }));
  return { child, path, ended };
}

/** A box without an owner: its process alone, which lives as long as its stdin and its tools. */
async function openProcess(more: Partial<BoxFile>) {
  const box = await mkdtemp(join(folder, 'box '));
  await writeBoxFile(box, { practiceDir: practiceDir(), faults: {}, delays: {}, ...more });
  const child = spawn(process.execPath, [programsScript, box], { env: {}, stdio: ['pipe', 'pipe', 'inherit'] });
  const ended = once(child, 'exit');
  onTestFinished(() => void child.kill());
  await writePrograms(box, Number(await once(child.stdout, 'data')));
  return { box, child, ended };
}

describe.skipIf(process.platform === 'win32')('the programs of a box', () => {
  it('tell their tool, their folder and their arguments to the byte', async () => {
    const heard: Call[] = [];
    const server: Server = createServer((socket) => {
      void readCall(socket).then((call) => {
        heard.push(call);
        socket.end('7 1\n');
      });
    });
    await once(server.listen(0, '127.0.0.1'), 'listening');
    const box = await mkdtemp(join(folder, 'box '));
    await writePrograms(box, (server.address() as AddressInfo).port);
    const args = [
      '',
      ' ',
      '-n',
      '"\'`$(exit 3)${HOME}*',
      'a\nb\r\n',
      String.raw`\0\x41%s`,
      'Zürich 東京',
      'x'.repeat(100_000),
    ];
    for (const told of [args, []]) {
      const { path, ended } = start(box, ask('reg', ...told));
      expect(await ended).toEqual({ code: 7, signal: null, printed: ['', ''] });
      expect(heard.pop()).toEqual({ tool: 'reg', runFolder: dirname(path), args: told });
    }
    server.close();
  });

  it('end with 111 and say why when nobody answers for them', async () => {
    const { box, child, ended } = await openProcess({});
    child.kill();
    await ended;
    const { code, printed } = await start(box, groups).ended;
    expect([code, ...printed]).toEqual([111, '', expect.stringContaining('whoami: nobody answers for this program')]);
  });

  it('wait beside each other', async () => {
    const box = await createWinbox({ practiceDir: practiceDir(), delays: { whoami: 500 } });
    const began = performance.now();
    const answers = await Promise.all(Array.from({ length: 12 }, () => box.host.run(groups)));
    const took = performance.now() - began;
    await box.dispose();
    expect(new Set(answers.map(({ ok, stdout }) => `${ok} ${stdout.text}`)).size).toBe(1);
    expect(answers[0]?.ok).toBe(true);
    expect(took).toBeLessThan((12 * 500) / 2);
  });

  it('have done nothing when they were ended while they waited', async () => {
    const before = await records();
    const box = await createWinbox({ practiceDir: practiceDir(), faults: { netsh: { kind: 'delay', ms: 800 } } });
    const cancel = new AbortController();
    const run = box.host.run({ ...remove, signal: cancel.signal });
    await started(box.takeStarts, 'netsh');
    cancel.abort();
    expect(await run).toMatchObject({ outcome: 'cancelled' });
    await delay(1000);
    expect(await records()).toBe(before);
    await box.dispose();
  });

  it('that hang stay when they are asked to end, until they must', async () => {
    const { box } = await openProcess({ faults: { sc: { fault: { kind: 'hang' }, when: null } } });
    const run = start(box, ask('sc', 'query'));
    await started(createTakeStarts(box), 'sc');
    await delay(200);
    run.child.kill();
    await delay(200);
    expect(run.child.exitCode ?? run.child.signalCode).toBeNull();
    run.child.kill('SIGKILL');
    expect(await run.ended).toMatchObject({ signal: 'SIGKILL' });
  });

  it('go on to their end when the product has died, and leave nothing', async () => {
    const { box, child, ended } = await openProcess({ delays: { netsh: 1300 } });
    const run = start(box, remove);
    await started(createTakeStarts(box), 'netsh');
    child.stdin.end();
    expect(await run.ended).toMatchObject({ code: 0 });
    expect(await records()).not.toContain('"0.0.0.0"');
    expect(await ended).toEqual([0, null]);
  });

  it('have no process behind them any more when the box is gone, whatever they did', async () => {
    const sound = await createWinbox({ practiceDir: practiceDir() });
    const hanging = await createWinbox({ practiceDir: practiceDir(), faults: { whoami: { kind: 'hang' } } });
    expect(processes()).toHaveLength(2);
    expect(await sound.host.run(groups)).toMatchObject({ ok: true });
    const run = hanging.host.run(groups);
    await started(hanging.takeStarts, 'whoami');
    for (const box of [sound, hanging]) await box.dispose();
    expect(processes()).toEqual([]);
    expect(await run).toMatchObject({ exitCode: 111 });
  });
});
