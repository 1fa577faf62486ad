import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import type { ElectronApplication, Page } from '@playwright/test';

/** What an application holds at one moment. */
export interface Holds {
  /** In KiB, after garbage was collected: the main process, and the page. */
  mainHeap: number;
  pageHeap: number;
  /** KiB that the main process has in the computer's memory. */
  mainResident: number;
  files: number;
  listeners: number;
  processes: number;
  timers: number;
  /** Entries of its folder for temporary files. */
  temporary: string[];
}

/** Fit for Linux, which shows it in /proc. */
export async function measure({ app, page }: { app: ElectronApplication; page: Page }, tmp: string): Promise<Holds> {
  const pid = app.process().pid!;
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('HeapProfiler.collectGarbage');
  const { usedSize } = await cdp.send('Runtime.getHeapUsage');
  await cdp.detach();
  const main = await app.evaluate(() => {
    const { gc } = globalThis as { gc?: () => void };
    if (gc === undefined) throw new Error('It was not started with --js-flags=--expose-gc.');
    for (let round = 0; round < 3; round += 1) gc();
    const { heapUsed, external, rss } = process.memoryUsage();
    const timers = process.getActiveResourcesInfo().filter((name) => name === 'Timeout').length;
    return { heap: heapUsed + external, rss, timers };
  });
  const kib = (bytes: number): number => Math.round(bytes / 1024);
  return {
    mainHeap: kib(main.heap),
    pageHeap: kib(usedSize),
    mainResident: kib(main.rss),
    files: readdirSync(`/proc/${pid}/fd`).length,
    listeners: listenersOf(pid),
    processes: descendants(pid),
    timers: main.timers,
    temporary: readdirSync(tmp).sort(),
  };
}

/** Sockets of a process that listen. */
function listenersOf(pid: number): number {
  const own = new Set(
    readdirSync(`/proc/${pid}/fd`).flatMap((fd) => {
      try {
        return /^socket:\[(\d+)\]$/u.exec(readlinkSync(`/proc/${pid}/fd/${fd}`))?.[1] ?? [];
      } catch {
        // Closed meanwhile.
        return [];
      }
    }),
  );
  const rows = ['tcp', 'tcp6'].flatMap((table) => readFileSync(`/proc/${pid}/net/${table}`, 'utf8').split('\n'));
  return rows.filter((row) => {
    const columns = row.trim().split(/\s+/u);
    return columns[3] === '0A' && own.has(columns[9] ?? '');
  }).length;
}

/** How many processes it has started that still live, and theirs. */
function descendants(pid: number): number {
  const parents = new Map<number, number>();
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/u.test(name)) continue;
    try {
      const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
      parents.set(Number(name), Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]));
    } catch {
      // It ended meanwhile.
    }
  }
  const below = (one: number): number =>
    [...parents].filter(([, parent]) => parent === one).reduce((sum, [child]) => sum + 1 + below(child), 0);
  return below(pid);
}

/** How much a value grows with each round, by least squares. */
export function slopeOf(points: readonly { round: number; value: number }[]): number {
  const mean = (values: number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [x, y] = [mean(points.map(({ round }) => round)), mean(points.map(({ value }) => value))];
  const above = points.reduce((sum, { round, value }) => sum + (round - x) * (value - y), 0);
  return above / points.reduce((sum, { round }) => sum + (round - x) ** 2, 0);
}
