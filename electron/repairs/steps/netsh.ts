import { endpointKey, formatEndpoint } from '../../../shared/httpsys/endpoint.ts';
import { recordsByEndpoint } from '../../../shared/httpsys/record-index.ts';
import { shortThumbprint } from '../../../shared/httpsys/thumbprint.ts';
import type { Endpoint } from '../../../shared/model/endpoint.ts';
import type { Fact } from '../../../shared/model/fact.ts';
import type { HttpSysRecord, HttpSysRecords } from '../../../shared/model/facts/httpsys.ts';
import type { Command } from '../../../shared/model/repair.ts';
import type { CommandAnswer, Host } from '../../host/host.ts';
import { readFacts } from '../read-facts.ts';
import { recordDifferences, settableDifferences } from '../same-record.ts';
import type { Performed, Standing } from './step-kind.ts';

/** What the numbers mean in practice (httpsys.md 3). Numbers survive in every language, words do not. */
const meanings: Readonly<Record<number, string>> = {
  2: 'there is no such record',
  5: 'the rights of an administrator are missing',
  87: 'netsh calls a parameter incorrect: this build does not know it, or the certificate was requested only seconds ago',
  183: 'the endpoint has a record already; somebody else wrote it',
  1312: 'the certificate is not in the machine store, or its private key cannot be used',
};

const hresults: Readonly<Record<string, number>> = { '80070520': 1312, '80070005': 5, '80070057': 87 };

function errorNumber(answer: CommandAnswer): number | null {
  const text = `${answer.stdout.text}\n${answer.stderr.text}`;
  const hex = /0x([0-9a-f]{8})\b/iu.exec(text)?.[1]?.toLowerCase();
  const numbers = [...text.matchAll(/(?<![\w.:])\d{1,5}(?![\w.:]\w)/gu)].map(Number);
  const found = hresults[hex ?? ''] ?? numbers.find((number) => number in meanings);
  if (found !== undefined) return found;
  return answer.exitCode !== null && answer.exitCode in meanings ? answer.exitCode : null;
}

/** Runs netsh and says what its answer means. `code` is the Windows error number, where it told one. */
export async function runNetsh(
  host: Host,
  { args }: Command,
  endpoint: Endpoint,
): Promise<Performed & { code: number | null }> {
  const name = `netsh.http.${args[1] ?? ''}.sslcert.${formatEndpoint(endpoint)}`;
  const answer = await host.run({ name, tool: 'netsh', args, timeoutMs: 60_000 });
  if (answer.ok) return { ok: true, detail: '', code: null };
  const code = answer.outcome === 'exited' ? errorNumber(answer) : null;
  const said = answer.outcome === 'exited' ? `netsh ended with ${answer.exitCode}` : `netsh: ${answer.outcome}`;
  const meaning = code === null ? answer.detail : `error ${code}, ${meanings[code]}`;
  return { ok: false, detail: meaning === undefined ? said : `${said} (${meaning})`, code };
}

/** The certificate of a record as words for a person. */
export function certificateWords(record: HttpSysRecord): string {
  if (record.endpoint.kind === 'ccs') return 'the central certificate store';
  if (record.thumbprint === null) return 'no readable certificate';
  return `certificate ${shortThumbprint(record.thumbprint)} of store ${record.store ?? '(null)'}`;
}

function recordOf(fact: Fact<HttpSysRecords> | undefined, endpoint: Endpoint): HttpSysRecord | null | undefined {
  if (fact?.state !== 'known') return undefined;
  return recordsByEndpoint(fact.value.records).get(endpointKey(endpoint)) ?? null;
}

/**
 * Reads the record of an endpoint live and from the registry. The change is
 * there only when both say so: what the registry holds comes back with a reboot.
 */
export async function readBackRecord(
  host: Host,
  endpoint: Endpoint,
  { before, after }: { before: HttpSysRecord | null; after: HttpSysRecord | null },
): Promise<Standing> {
  const facts = await readFacts(host, ['httpSysLive', 'httpSysRegistry']);
  const live = recordOf(facts.httpSysLive, endpoint);
  if (live === undefined) {
    const why = facts.httpSysLive?.state === 'unknown' ? facts.httpSysLive.detail : undefined;
    return { isBefore: false, isAfter: false, words: `HTTP.SYS could not be read back${why ? `: ${why}` : ''}` };
  }
  const wanted = settableDifferences(after, live);
  const kept = recordOf(facts.httpSysRegistry, endpoint);
  // The registry's own reading of flags is not compared: one certificate and one owner are what a reboot brings.
  const drifted = kept !== undefined && identity(kept) !== identity(after);
  const registry = drifted
    ? ['the registry holds another record than HTTP.SYS, and a reboot would bring that back']
    : [];
  return {
    isBefore: recordDifferences(before, live).length === 0,
    isAfter: wanted.length === 0 && !drifted,
    words: [...wanted, ...registry].map((words) => `${formatEndpoint(endpoint)}: ${words}`).join('; '),
  };
}

const identity = (record: HttpSysRecord | null): string =>
  record === null ? 'none' : `${record.thumbprint} ${record.appId} ${(record.store ?? 'MY').toUpperCase()}`;
