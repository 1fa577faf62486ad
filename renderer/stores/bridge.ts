import type { InvokeChannel } from '../../shared/ipc/channels.ts';
import type { InvokeArgs, InvokeValue } from '../../shared/ipc/contract.ts';
import type { ErrorCode } from '../../shared/ipc/envelope.ts';
import { connectionWords } from '../text/connection.ts';

/** What the main process refused, with words for a person. */
export class Refusal extends Error {
  constructor(
    readonly code: ErrorCode | 'gone',
    message: string,
  ) {
    super(message);
  }
}

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
  const envelope = await window.psdoctor.invoke(channel, args).catch(() => null);
  if (envelope === null) throw new Refusal('gone', connectionWords.gone);
  if (!envelope.ok) throw new Refusal(envelope.error.code, envelope.error.message);
  return envelope.value;
}
