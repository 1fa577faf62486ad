import type { EvidenceView } from '../../shared/model/evidence-view.ts';
import { commandLine } from '../../shared/repairs/command-line.ts';
import { decode, decodeAs } from '../host/decode.ts';
import type { EvidencePart } from '../host/evidence-store.ts';
import type { TlsAnswer } from '../host/host.ts';
import type { RecordedAnswer, RecordingHost } from '../host/recording.ts';
import { thumbprintOf } from '../probes/thumbprint.ts';
import { hexDump } from './hex-dump.ts';

/** What the drawer shows of one answer, in characters and in bytes. */
const longestText = 200_000;
const longestDump = 4096;

/** Which answer is meant: one of a name by its count, or the newest of the name. */
export interface AnswerWish {
  name: string;
  seq: number | null;
}

type Answers = Pick<RecordingHost, 'answers' | 'latest'> | null;

function wished(host: Answers, { name, seq }: AnswerWish): RecordedAnswer | undefined {
  if (seq === null) return host?.latest(name);
  return host?.answers().find((answer) => answer.name === name && answer.seq === seq);
}

/** A recorded answer for reading; null when there is none. */
export async function evidenceView(host: Answers, wish: AnswerWish): Promise<EvidenceView | null> {
  const answer = wished(host, wish);
  if (host === null || answer === undefined) return null;
  const { name, at, durationMs } = answer;
  const { text, encoding } = await textOf(answer);
  const answers = host.answers().filter((each) => each.name === name);
  return {
    name,
    seq: answer.seq,
    answers: answers.map((each) => ({ seq: each.seq, phase: each.phase, at: each.at })),
    kind: answer.kind,
    title: titleOf(answer),
    at,
    durationMs: Math.round(durationMs),
    outcome: 'outcome' in answer ? answer.outcome : 'read',
    exitCode: answer.kind === 'command' ? answer.exitCode : null,
    encoding,
    text: text.slice(0, longestText),
    truncated: text.length > longestText,
    filtered: 'filtered' in answer ? (answer.filtered ?? []) : [],
  };
}

/** The first bytes of an answer as they came; null when it has none. */
export async function evidenceBytes(host: Answers, wish: AnswerWish): Promise<string | null> {
  const answer = wished(host, wish);
  if (answer?.kind === 'command') return hexDump(await beginning(answer.stdout.bytes, longestDump));
  if (answer?.kind === 'file') return hexDump(await beginning(answer.content, longestDump));
  if (answer?.kind === 'tls') return hexDump((answer.chain[0] ?? new Uint8Array()).slice(0, longestDump));
  return null;
}

function titleOf(answer: RecordedAnswer): string {
  switch (answer.kind) {
    case 'command':
      return commandLine({ binary: answer.binary, args: [...answer.args] });
    case 'file':
    case 'folder':
      return answer.path;
    case 'tls':
      return `TLS ${answer.address}:${answer.port}${answer.serverName === null ? ', no name sent' : ` as ${answer.serverName}`}`;
    case 'host':
      return 'Clock, names and addresses of the server';
  }
}

async function textOf(answer: RecordedAnswer): Promise<{ text: string; encoding: string | null }> {
  const detail = answer.detail === undefined ? '' : `${answer.detail}\n`;
  switch (answer.kind) {
    case 'command': {
      const [out, err] = await Promise.all(
        [answer.stdout, answer.stderr].map(async ({ bytes, encoding }) => {
          const read = await beginning(bytes, longestText * 4);
          return (decodeAs(read, encoding) ?? decode(read, null)).text;
        }),
      );
      return { text: [detail, out, err].filter(Boolean).join('\n'), encoding: answer.stdout.encoding };
    }
    case 'file': {
      const { text, encoding } = decode(await beginning(answer.content, longestText * 4), null);
      return { text: detail + text, encoding: answer.content.size === 0 ? null : encoding };
    }
    case 'folder':
      return {
        text: detail + answer.entries.map(({ modified, size, name }) => `${modified}  ${size}  ${name}`).join('\n'),
        encoding: null,
      };
    case 'tls':
      return { text: detail + tlsText(answer), encoding: null };
    case 'host': {
      const { now, bootTime, fqdn, addresses } = answer;
      return {
        text: `${detail}now        ${now}\nbooted     ${bootTime ?? 'not known'}\nname       ${fqdn ?? 'not known'}\naddresses  ${addresses.join(', ')}`,
        encoding: null,
      };
    }
  }
}

function tlsText({ outcome, protocol, chain, http }: TlsAnswer): string {
  return [
    `outcome      ${outcome}`,
    `protocol     ${protocol ?? 'none'}`,
    ...chain.map(
      (der, index) => `${index === 0 ? 'served' : 'with it'}${index === 0 ? '       ' : '      '}${thumbprintOf(der)}`,
    ),
    ...(http === null ? [] : [`GET ${http.path}  status ${http.status}`]),
  ].join('\n');
}

/** At most the first `limit` bytes. */
async function beginning(part: EvidencePart, limit: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of part.read()) {
    chunks.push(chunk);
    size += chunk.length;
    if (size >= limit) break;
  }
  return Buffer.concat(chunks).subarray(0, limit);
}
