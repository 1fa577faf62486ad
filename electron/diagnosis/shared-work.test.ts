import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { createSharedWork } from './shared-work.ts';
import { createSlots } from './slots.ts';

const shared = (slots = 1) => createSharedWork(createSlots(slots));
/** Takes 20 ms, unless nobody wants it any more. */
const work = (signal: AbortSignal): Promise<string> => sleep(20, 'done', { signal }).catch(() => 'aborted');

test('runs once for all who ask, also for one who asks when it is done', async () => {
  const { ask } = shared();
  let runs = 0;
  const act = (signal: AbortSignal) => ((runs += 1), work(signal));
  const askers = [1, 2, 3].map(() => new AbortController());
  expect(await Promise.all(askers.slice(1).map(({ signal }) => ask('script', signal, act)))).toEqual(['done', 'done']);
  for (const asker of askers.slice(1)) asker.abort();
  expect(await ask('script', askers[0]!.signal, act)).toBe('done');
  expect(runs).toBe(1);
});

test('outlives the one who asked first, and ends with the last', async () => {
  const { ask } = shared();
  const [first, second] = [new AbortController(), new AbortController()];
  const answers = [ask('script', first.signal, work), ask('script', second.signal, work)];
  first.abort();
  expect(await Promise.all(answers)).toEqual(['done', 'done']);

  const [third, fourth] = [new AbortController(), new AbortController()];
  const ended = [ask('other', third.signal, work), ask('other', fourth.signal, work)];
  third.abort();
  fourth.abort();
  expect(await Promise.all(ended)).toEqual(['aborted', 'aborted']);
});

test('begins anew for one who comes after all others left', async () => {
  const { ask } = shared(2);
  const left = new AbortController();
  const ended = ask('script', left.signal, work);
  left.abort();
  expect(await ask('script', new AbortController().signal, work)).toBe('done');
  expect(await ended).toBe('aborted');
});

test('takes a slot, and gives it back when the work fails', async () => {
  const { ask } = shared(1);
  const { signal } = new AbortController();
  let running = 0;
  const act = async (): Promise<number> => {
    running += 1;
    await sleep(10);
    expect(running).toBe(1);
    running -= 1;
    throw new Error('failed');
  };
  const answers = await Promise.allSettled([ask('one', signal, act), ask('two', signal, act)]);
  expect(answers.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
});
