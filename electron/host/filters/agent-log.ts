import { asAsciiBased } from '../../../shared/parsers/agent-log/as-ascii-based.ts';
import { createExcerptReader } from '../../../shared/parsers/agent-log/excerpt.ts';

/** What this filter takes out, in words for a person. */
export const agentLogRest = [
  'events without a message that tells of the package service, except those beside one, the first and the last',
];

/** A log of any size as the excerpt that is read like it: it is in memory, and in a recording, as a whole. */
export async function* excerptOfAgentLog(content: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const excerpt = createExcerptReader();
  const input = asAsciiBased((chunk) => excerpt.write(chunk));
  for await (const chunk of content) input.write(chunk);
  input.end();
  yield excerpt.end();
}
