import { createAgentPolicyParser } from '../../../shared/parsers/agent-policy.ts';
import { createAgentLogParser } from '../../../shared/parsers/agent-log/agent-log.ts';
import { agentLogMessages } from '../../../shared/parsers/agent-log/messages.ts';
import { createApplicationHostParser } from '../../../shared/parsers/application-host.ts';
import { createCustomMetadataParser } from '../../../shared/parsers/custom-metadata.ts';
import type { Parsed } from '../../../shared/parsers/parsed.ts';
import { createRedirectionParser } from '../../../shared/parsers/redirection.ts';
import { must, textOf, type Case } from '../target.ts';

interface Reader<T> {
  write(chunk: Uint8Array): void;
  close(): Parsed<T>;
}

function read<T>(create: () => Reader<T>, bytes: Uint8Array, sizes: readonly number[]): Parsed<T> {
  const reader = create();
  for (let from = 0, turn = 0; from < bytes.length; turn += 1) {
    const size = sizes[turn % sizes.length] ?? bytes.length;
    reader.write(bytes.subarray(from, from + size));
    from += size;
  }
  return reader.close();
}

/** Reads it whole and in pieces, which may not make a difference. */
function readTwice<T>(create: () => Reader<T>, bytes: Uint8Array): Parsed<T> {
  const whole = read(create, bytes, [Math.max(bytes.length, 1)]);
  const sizes = bytes.length > 20_000 ? [997, 4096, 1] : [7, 1, 64];
  const pieces = read(create, bytes, sizes);
  must(JSON.stringify(whole) === JSON.stringify(pieces), 'how it is cut into chunks makes a difference');
  return whole;
}

/** A document that lost its end is none. */
const checkXml =
  <T>(create: () => Reader<T>) =>
  (input: Case): void => {
    const answer = readTwice(create, input.bytes);
    const lost = input.cut && textOf(input.bytes).trimEnd().length < textOf(input.original).trimEnd().length;
    must(!answer.ok || !lost, 'a document that is cut off was read');
  };

export const checkConfig = checkXml(createApplicationHostParser);
export const checkLooseConfig = checkXml(() => createApplicationHostParser(false));
export const checkMetadata = checkXml(createCustomMetadataParser);
export const checkRedirection = checkXml(createRedirectionParser);
export const checkPolicy = checkXml(createAgentPolicyParser);

const modified = '2026-09-26T18:00:00.000Z';
const needles = Object.values(agentLogMessages)
  .flat()
  .map((needle) => needle.toLowerCase());

export function checkAgentLog({ bytes }: Case): void {
  const log = readTwice(() => createAgentLogParser('agent.log', modified), bytes);
  must(log.ok, 'a log is always an answer');
  const lines = textOf(bytes).split('\n');
  for (const { line, at, text, message } of log.value.matches) {
    must(line >= 1 && line <= lines.length, `${message} is in line ${line} of ${lines.length}`);
    must(!Number.isNaN(Date.parse(at)), `the time of ${message} is "${at}"`);
    must(
      needles.some((needle) => text.toLowerCase().includes(needle)),
      `what is shown for ${message} does not hold it`,
    );
    must(
      needles.some((needle) => lines[line - 1]?.toLowerCase().includes(needle)),
      `${message} is not in line ${line}`,
    );
  }
}
