import type { FactName } from '../model/facts.ts';
import type { NoVerdict, Verdict } from './rule.ts';
import { paragraphs } from './words.ts';

/** A verdict that has words of its own, as one about one thing always has. */
export type Words = Verdict | Exclude<NoVerdict, { missing: FactName }>;

const order = ['fail', 'notRun', 'warn', 'info', 'pass'] as const;
const mostDetails = 5;

/**
 * One verdict where a check looks at several things: the worst decides, and its
 * detail tells of the first five that are as bad; a paragraph that several of
 * them have is told once, behind the last of them. A failure is certain whatever
 * else is unknown, and what is unknown is never a pass. Undefined for nothing.
 */
export function decide<T extends Words>(verdicts: readonly T[]): T | undefined {
  const status = order.find((one) => verdicts.some((verdict) => verdict.status === one));
  const decisive = verdicts.filter((verdict) => verdict.status === status);
  const [first] = decisive;
  if (first === undefined) return undefined;
  const details = [...new Set(decisive.map(({ detail }) => detail))];
  const more = details.length - mostDetails;
  const rest = more > 0 ? `The same holds for ${more} more.` : '';
  const told = details.slice(0, mostDetails).flatMap((detail) => detail.split('\n'));
  return { ...first, detail: paragraphs(...told.filter((line, at) => told.lastIndexOf(line) === at), rest) };
}
