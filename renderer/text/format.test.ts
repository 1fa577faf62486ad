import { expect, it } from 'vitest';
import { clockTime, timeSeenFrom } from './format.ts';

it('tells the day of a time only where it is another one', () => {
  const now = new Date(2026, 10, 28, 8, 8, 46);
  expect(timeSeenFrom(new Date(2026, 10, 28, 23, 59).toISOString(), now)).not.toContain('2026');
  expect(timeSeenFrom(new Date(2026, 10, 27, 8, 8, 46).toISOString(), now)).toContain('2026');
  expect(timeSeenFrom(new Date(2026, 10, 27, 8, 8, 46).toISOString(), now)).toContain(clockTime(now.toISOString()));
  expect(timeSeenFrom('no time', now)).toBe('no time');
});
