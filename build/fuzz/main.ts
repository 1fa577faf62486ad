import 'reflect-metadata';
import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { isMainThread, Worker, workerData } from 'node:worker_threads';
import { targetsFor } from './catalogue.ts';
import { recordEvidence } from './evidence.ts';
import { fuzz, wordsOf, type Found } from './fuzz.ts';

// `npm run fuzz [-- --minutes N] [--seed S] [--target NAME] [--path P]`: gives every reader of foreign bytes changed
// answers of practice servers, turn by turn, until the time is over. Ends with 1 when something was found.

/** What has gone on for so long has no end. */
const hangsAfterMs = 60_000;
const runsATurn = 400;
/** Where a thread that hangs leaves what it was given last: a count, the length, the name's length; name, bytes. */
const room = 4 * 1024 * 1024;

interface Work {
  minutes: number;
  seed: number;
  target: string | undefined;
  path: string | undefined;
  folder: string;
  shared: SharedArrayBuffer;
}

function save(folder: string, target: string, bytes: Uint8Array): string {
  mkdirSync(folder, { recursive: true });
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 10);
  const file = join(folder, `${target.replaceAll(' ', '-')}--${hash}`);
  writeFileSync(file, bytes);
  return file;
}

/** The thread that works. */
async function work({ minutes, seed, target, path, folder, shared }: Work): Promise<void> {
  const [numbers, room8] = [new Int32Array(shared, 0, 3), new Uint8Array(shared, 12)];
  const watch = (name: string, bytes: Uint8Array): void => {
    const label = Buffer.from(name);
    room8.set(label);
    room8.set(bytes, label.length);
    numbers[1] = bytes.length;
    numbers[2] = label.length;
    Atomics.add(numbers, 0, 1);
  };
  const all = await targetsFor(await recordEvidence());
  const targets = all.filter(({ name }) => target === undefined || name === target);
  const until = performance.now() + minutes * 60_000;
  const broken = new Map<string, Found>();
  for (let turn = seed; targets.length > 0; turn += 1) {
    for (const one of targets) {
      if (performance.now() > until && turn > seed) return end(broken, targets.length);
      if (broken.has(one.name)) continue;
      const runs = one.baseMs === undefined ? runsATurn : runsATurn / 10;
      const found = await fuzz(one, { seed: turn, runs, path, watch });
      if (found === null) continue;
      broken.set(one.name, found);
      console.log(`${wordsOf(found)}\n  ${save(folder, one.name, found.bytes)}`);
    }
    if (path !== undefined || broken.size === targets.length) return end(broken, targets.length);
  }
  console.log(`There is no target ${target}: ${all.map(({ name }) => name).join(', ')}`);
  process.exitCode = 2;
}

function end(broken: Map<string, Found>, targets: number): void {
  console.log(`${targets} targets, ${broken.size} with something wrong`);
  process.exitCode = broken.size > 0 ? 1 : 0;
}

/** Watches over it: a thread that hangs cannot tell. */
function watchOver(): void {
  const options = {
    minutes: { type: 'string' },
    seed: { type: 'string' },
    target: { type: 'string' },
    path: { type: 'string' },
  } as const;
  const { values } = parseArgs({ options });
  const seed = Number(values.seed ?? Date.now() % 2 ** 31);
  const folder = join(import.meta.dirname, 'found');
  const shared = new SharedArrayBuffer(12 + room);
  const [numbers, room8] = [new Int32Array(shared, 0, 3), new Uint8Array(shared, 12)];
  const given: Work = {
    minutes: Number(values.minutes ?? 1),
    seed,
    target: values.target,
    path: values.path,
    folder,
    shared,
  };
  console.log(`Seed ${seed}, ${given.minutes} minutes`);
  const worker = new Worker(fileURLToPath(import.meta.url), { workerData: given });
  let [before, since] = [0, performance.now()];
  const timer = setInterval(() => {
    const now = Atomics.load(numbers, 0);
    if (now !== before) [before, since] = [now, performance.now()];
    if (now === 0 || performance.now() - since < hangsAfterMs) return;
    const [length = 0, label = 0] = [numbers[1], numbers[2]];
    const name = Buffer.from(room8.slice(0, label)).toString();
    console.log(`${name}: it hangs\n  ${save(folder, name, room8.slice(label, label + length))}`);
    process.exit(1);
  }, 1000);
  worker.on('error', (error) => {
    console.error(error);
    process.exit(1);
  });
  worker.on('exit', (code) => {
    clearInterval(timer);
    console.log(`${Atomics.load(numbers, 0)} inputs`);
    process.exitCode = code;
  });
}

if (isMainThread) watchOver();
else await work(workerData as Work);
