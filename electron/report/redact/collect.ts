import type { Collecting } from '../../../shared/report/redact/inventory.ts';
import { pathsIn } from '../../../shared/report/redact/paths.ts';
import type { Result, TargetInfo } from '../../../shared/model/result.ts';
import type { RedactedCertificate } from '../../host/printed-certificate.ts';
import type { Evidence, RecordedAnswer } from '../../host/recording.ts';
import { linesOf } from './content.ts';
import { withoutEscapes } from './escapes.ts';
import { readCertificate } from './read-certificate.ts';
import { changeDocument, changeTexts } from './texts.ts';
import type { Visitor } from './visitor.ts';

/** Looks through every answer for values to be hidden, piece by piece; nothing is changed. */
export async function collectEvidence(evidence: Evidence, collecting: Collecting): Promise<void> {
  for (const answer of evidence.answers()) await collectAnswer(answer, collecting);
}

async function collectAnswer(answer: RecordedAnswer, collecting: Collecting): Promise<void> {
  const see = (text: string): void => collectText(text, collecting);
  see(answer.detail ?? '');
  switch (answer.kind) {
    case 'command':
      answer.args.forEach(see);
      for (const { bytes, encoding } of [answer.stdout, answer.stderr]) {
        await collectContent(bytes.read(), encoding, collecting);
      }
      return;
    case 'file':
      see(answer.path);
      return collectContent(answer.content.read(), undefined, collecting);
    case 'folder':
      return [answer.path, ...answer.entries.map(({ name }) => name)].forEach(see);
    case 'tls':
      collecting.seeAddress(answer.address);
      collecting.seeHost(answer.serverName);
      for (const bytes of answer.chain) collectCertificate(readCertificate(bytes), collecting);
      return;
    case 'host':
      collecting.seeHost(answer.fqdn);
      for (const address of answer.addresses) collecting.seeAddress(address);
  }
}

async function collectContent(
  content: AsyncIterable<Uint8Array>,
  encoding: string | undefined,
  collecting: Collecting,
): Promise<void> {
  for await (const { text } of linesOf(content, encoding)) collectText(text, collecting);
}

/** Sees everything and changes nothing. */
const seeing = (collecting: Collecting): Visitor => ({
  text(value, key) {
    collecting.see(withoutEscapes(value));
    if (key !== undefined) collecting.seeValue(key, value);
    return value;
  },
  // Bytes that mean something else would look like names.
  readable: (value) => value,
  certificate(found) {
    collectCertificate(found, collecting);
    return found;
  },
});

/** Any text of whole lines. */
export const collectText = (text: string, collecting: Collecting): void => void changeTexts(text, seeing(collecting));

/** Any document: what its texts show, and those under names that tell what they are. */
export const collectDocument = (document: unknown, collecting: Collecting): void =>
  void changeDocument(document, seeing(collecting));

function collectCertificate(found: RedactedCertificate | null, collecting: Collecting): void {
  if (found === null) return;
  collecting.seeThumbprint(found.thumbprint);
  for (const name of [found.subject, found.issuer]) collecting.seeName(name);
  for (const name of found.dns) collecting.seeHost(name);
  for (const address of found.ips) collecting.seeAddress(address);
}

/** What a result tells by the place where it stands. */
export function collectResult({ target, facts, notes = [] }: Result, collecting: Collecting): void {
  collecting.seeHost(target.fqdn);
  for (const address of target.addresses) collecting.seeAddress(address);
  for (const name of filesOf(target, notes)) collecting.seeFile(name);
  for (const text of [target.name, ...notes]) collecting.see(text);
  for (const fact of Object.values(facts)) {
    collectDocument(fact.state === 'known' ? fact.value : (fact.detail ?? ''), collecting);
  }
  const value = <T>(fact: { state: 'known'; value: T } | { state: 'unknown' } | undefined): T | undefined =>
    fact?.state === 'known' ? fact.value : undefined;
  collecting.seeHost(value(facts.windows)?.fqdn ?? null);
  collecting.seeHost(value(facts.agent)?.notificationServer ?? null);
  for (const { bindings } of value(facts.iisConfig)?.sites ?? []) {
    for (const { host, address } of bindings) {
      collecting.seeHost(host);
      collecting.seeAddress(address);
    }
  }
  for (const fact of [facts.httpSysLive, facts.httpSysRegistry]) {
    for (const { endpoint, thumbprint } of value(fact)?.records ?? []) {
      collecting.seeHost(endpoint.host);
      collecting.seeAddress(endpoint.address);
      if (thumbprint !== null) collecting.seeThumbprint(thumbprint);
    }
  }
  for (const item of value(facts.certificates)?.items ?? []) collectCertificate(item, collecting);
  for (const { address, serverName, chain } of value(facts.handshakes)?.attempts ?? []) {
    collecting.seeAddress(address);
    collecting.seeHost(serverName);
    for (const hash of chain) collecting.seeThumbprint(hash);
  }
  for (const { users } of value(facts.urlReservations)?.items ?? []) {
    for (const user of users) collecting.seeAccount(user);
  }
}

/** The files that a result was made of, as the person named them; where they lie below a root, the path shows itself. */
function filesOf({ kind, name }: TargetInfo, notes: readonly string[]): string[] {
  if (kind === 'files') {
    // The name tells of the first of many; each has a note.
    return [...name.split(/, | and /u), ...notes.flatMap((note) => /^[^:]+\.\w+(?=: )/u.exec(note)?.[0] ?? [])];
  }
  return kind === 'recorded' && [...pathsIn(name)].length === 0 ? name.replace(/^recorded:/u, '').split(/[\\/]+/u) : [];
}
