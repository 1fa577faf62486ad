import { known, unknown, type Fact } from '../../shared/model/fact.ts';
import type { Parsed } from '../../shared/parsers/parsed.ts';
import type { FileQuestion, Host } from '../host/host.ts';
import { deniedReason, failureOf } from './answer-words.ts';
import type { ProbeContext } from './probe.ts';

/** A parser that reads a file chunk by chunk. */
interface StreamParser<T> {
  write(chunk: Uint8Array): void;
  close(): Parsed<T>;
}

/** Reads one file through a parser, as a stream. */
export async function askFile<T>(
  host: Host,
  context: ProbeContext,
  question: Omit<FileQuestion, 'signal'>,
  parser: StreamParser<T>,
): Promise<Fact<T>> {
  const answer = await host.readFile({ ...question, signal: context.signal });
  const evidence = [answer.name];
  const { outcome, path } = answer;
  if (outcome === 'accessDenied') {
    return unknown(await deniedReason(context), `Reading ${path} was refused: access denied.`, evidence);
  }
  if (outcome !== 'read') {
    const { reason, words } = failureOf(outcome);
    return unknown(reason, `${path} ${words}.`, evidence);
  }
  try {
    for await (const chunk of answer.content) parser.write(chunk);
  } catch {
    const reason = context.signal.aborted ? 'cancelled' : 'failed';
    return unknown(reason, `Reading ${path} broke off before its end.`, evidence);
  }
  const result = parser.close();
  return result.ok
    ? known(result.value, evidence)
    : unknown('failed', `${path} cannot be read: ${result.problem}.`, evidence);
}
