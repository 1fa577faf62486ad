import type { InvokeChannel } from '../../shared/ipc/channels.ts';
import type { InvokeArgs, InvokeValue } from '../../shared/ipc/contract.ts';
import type { ErrorCode } from '../../shared/ipc/envelope.ts';
import { connectionWords } from '../text/connection.ts';

/** What the main process refused, with words for a person. */
export class Refusal extends Error {
  constructor(
    readonly code: ErrorCode | 'gone' | 'late',
    message: string,
  ) {
    super(message);
  }
}

/** How long an answer may take that waits neither for a person nor for a server. */
const patienceMs = 30_000;

/** These end when a dialog was answered, a server was asked, or a report was made: nobody can say when. */
const unhurried: ReadonlySet<InvokeChannel> = new Set<InvokeChannel>([
  'sent.open',
  'repair.plan',
  'repair.apply',
  'case.recover',
  'report.preview',
  'report.save',
  'app.ping',
  'app.restartElevated',
]);

/** Questions without an answer yet. */
const open = new Map<string, Promise<unknown>>();

/**
 * Asks the main process. The same question is not asked twice at a time: a
 * button that is pressed ten times asks once, and all ten hear the answer.
 *
 * @throws Refusal and nothing else
 */
export function ask<C extends InvokeChannel>(channel: C, args: InvokeArgs<C>): Promise<InvokeValue<C>> {
  const question = JSON.stringify([channel, args ?? null]);
  const asked = open.get(question);
  if (asked !== undefined) return asked as Promise<InvokeValue<C>>;
  const answer = put(channel, args).finally(() => open.delete(question));
  open.set(question, answer);
  return answer;
}

async function put<C extends InvokeChannel>(channel: C, args: InvokeArgs<C>): Promise<InvokeValue<C>> {
  const answer = window.psdoctor.invoke(channel, args).catch(() => null);
  const envelope = await (unhurried.has(channel) ? answer : inTime(answer));
  if (envelope === null) throw new Refusal('gone', connectionWords.gone);
  if (!envelope.ok) throw new Refusal(envelope.error.code, envelope.error.message);
  return envelope.value;
}

/** The answer; one that is late is given up, so that it can be asked for again. What it changes is pushed all the same. */
async function inTime<T>(answer: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Refusal('late', connectionWords.late(patienceMs / 1000))), patienceMs);
  });
  try {
    return await Promise.race([answer, late]);
  } finally {
    clearTimeout(timer);
  }
}
