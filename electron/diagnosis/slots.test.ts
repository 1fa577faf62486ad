import { expect, test } from 'vitest';
import { createSlots } from './slots.ts';

test('who goes on comes before who begins, and who waits longest is next', async () => {
  const slots = createSlots(1);
  const order: string[] = [];
  const use = async (name: string, goesOn = false): Promise<void> => {
    await slots.take(goesOn);
    order.push(name);
    slots.release();
  };
  await slots.take();
  const all = [use('begins'), use('goes on', true), use('begins later'), use('goes on later', true)];
  slots.release();
  await Promise.all(all);
  expect(order).toEqual(['goes on', 'goes on later', 'begins', 'begins later']);
});
