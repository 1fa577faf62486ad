import fc from 'fast-check';
import { expect, it } from 'vitest';
import { decide, type Words } from './decide.ts';

const order = ['fail', 'notRun', 'warn', 'info', 'pass'] as const;
const verdict = (status: (typeof order)[number], detail: string) =>
  ({ status, summary: detail, detail, ...(status === 'notRun' && { reason: 'failed' }) }) as Words;

it('lets a failure decide over what is unknown, and that over everything else', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...order), { minLength: 1 }), (statuses) => {
      const found = decide(statuses.map((status, index) => verdict(status, `${index}`)))!;
      expect(found.status).toBe(order.find((status) => statuses.includes(status)));
      expect(found.summary).toBe(`${statuses.indexOf(found.status)}`);
    }),
  );
});

it('tells the details of the first five that are as bad, each once, and how many more', () => {
  const bad = ['a', 'b', 'b', 'c', 'd', 'e', 'f', 'g'].map((detail) => verdict('warn', detail));
  expect(decide([verdict('pass', 'x'), ...bad])?.detail).toBe('a\nb\nc\nd\ne\nThe same holds for 2 more.');
  expect(decide([verdict('pass', 'x')])?.detail).toBe('x');
  expect(decide([])).toBeUndefined();
});

it('tells a paragraph that several details have once, behind the last of them', () => {
  const bad = ['seen 1\nwhy\ndo', 'seen 2\nwhy\ndo', 'seen 3\nwhy not\ndo'].map((detail) => verdict('fail', detail));
  expect(decide(bad)?.detail).toBe('seen 1\nseen 2\nwhy\nseen 3\nwhy not\ndo');
});
