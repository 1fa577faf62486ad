import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createLooks, type Looks, type Pace } from './looks.ts';
import type { Changed } from './memory.ts';

const pace: Pace = { gather: 500, every: 60_000, away: 5000, silent: 10_000, partly: 250 };

let looks: Looks;
/** What each look was for, and when it began. */
let done: { changed: Changed; at: number }[];
let takes: number;
let away: boolean;
let atATime: number;
let silences: number[];

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'performance'] });
  [done, takes, away, atATime, silences] = [[], 100, false, 0, []];
  looks = createLooks(pace, {
    async look(changed) {
      done.push({ changed, at: performance.now() });
      atATime += 1;
      expect(atATime).toBe(1);
      await new Promise((resolve) => setTimeout(resolve, takes));
      atATime -= 1;
    },
    partly: () => undefined,
    silent: (seconds) => silences.push(seconds),
    isAway: () => away,
  });
});
afterEach(() => {
  looks.end();
  vi.useRealTimers();
});

const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

describe('when a folder is looked through', () => {
  it('gathers a flood of news into few looks, each at what has changed alone', async () => {
    looks.begin();
    await pass(100);
    for (let index = 0; index < 1000; index += 1) {
      looks.changed(`${index}.json`);
      await pass(10);
    }
    await pass(1000);
    const [first, ...others] = done;
    expect(first?.changed).toBe('any');
    // Ten seconds of news: a look takes 0.1 s, then half a second or more is for gathering.
    expect(others.length).toBeLessThanOrEqual(19);
    const seen = others.flatMap(({ changed }) => [...changed]);
    expect(seen).toHaveLength(1000);
  });

  it('rests the longer the longer a look takes, but for the first, which reads everything', async () => {
    takes = 10_000;
    looks.begin();
    await pass(5000);
    looks.changed('a.json');
    await pass(6000);
    expect(done.map(({ changed }) => changed)).toEqual(['any', new Set(['a.json'])]);
    looks.changed('b.json');
    await pass(9000 + 40_000);
    expect(done).toHaveLength(2);
    await pass(1000);
    expect(done.at(-1)?.changed).toEqual(new Set(['b.json']));
    await pass(10_000 + 198_000);
    expect(done).toHaveLength(3);
    await pass(4000);
    expect(done.at(-1)?.changed).toBe('any');
  });

  it('looks for a folder that went away, and no more when it is closed', async () => {
    away = true;
    takes = 1;
    looks.begin();
    await pass(16_000);
    expect(done).toHaveLength(4);
    looks.end();
    looks.changed(null);
    await pass(100_000);
    expect(done).toHaveLength(4);
  });

  it('says that nothing answers, and for how long', async () => {
    takes = 35_000;
    looks.begin();
    await pass(34_000);
    expect(silences).toEqual([10, 20, 30]);
  });
});
