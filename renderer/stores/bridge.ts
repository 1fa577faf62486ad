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

/** Asks the main process. @throws Refusal and nothing else */
export async function ask<C extends InvokeChannel>(channel: C, args: InvokeArgs<C>): Promise<InvokeValue<C>> {
  const envelope = await window.psdoctor.invoke(channel, args).catch(() => null);
  if (envelope === null) throw new Refusal('gone', connectionWords.gone);
  if (!envelope.ok) throw new Refusal(envelope.error.code, envelope.error.message);
  return envelope.value;
}
