import type { Collecting } from '../../../shared/report/redact/inventory.ts';
import type { Result } from '../../../shared/model/result.ts';
import type { RedactedCertificate } from '../../host/printed-certificate.ts';
import type { Evidence, RecordedAnswer } from '../../host/recording.ts';
import { linesOf } from './content.ts';
import { readCertificate } from './read-certificate.ts';
import { changeJson, changeJsonLine } from './script-lines.ts';

/** Looks through every answer for values to be hidden, piece by piece; nothing is changed. */
export async function collectEvidence(evidence: Evidence, collecting: Collecting): Promise<void> {
  for (const answer of evidence.answers()) await collectAnswer(answer, collecting);
}

async function collectAnswer(answer: RecordedAnswer, collecting: Collecting): Promise<void> {
  collecting.see(answer.detail ?? '');
  switch (answer.kind) {
    case 'command':
      collecting.see(answer.args.join('\n'));
      for (const { bytes, encoding } of [answer.stdout, answer.stderr]) {
        await collectText(bytes.read(), encoding, collecting);
      }
      return;
    case 'file':
      collecting.see(answer.path);
      return collectText(answer.content.read(), undefined, collecting);
    case 'folder':
      return collecting.see([answer.path, ...answer.entries.map(({ name }) => name)].join('\n'));
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

async function collectText(
  content: AsyncIterable<Uint8Array>,
  encoding: string | undefined,
  collecting: Collecting,
): Promise<void> {
  const visitor = visitorFor(collecting);
  for await (const { text } of linesOf(content, encoding)) {
    collecting.see(text);
    for (const line of text.split('\n')) changeJsonLine(line, visitor);
  }
}

const visitorFor = (collecting: Collecting) => ({
  text(value: string): string {
    collecting.see(value);
    return value;
  },
  certificate(found: RedactedCertificate): RedactedCertificate {
    collectCertificate(found, collecting);
    return found;
  },
});

function collectCertificate(found: RedactedCertificate | null, collecting: Collecting): void {
  if (found === null) return;
  collecting.seeThumbprint(found.thumbprint);
  for (const name of [found.subject, found.issuer]) collecting.seeName(name);
  for (const name of found.dns) collecting.seeHost(name);
  for (const address of found.ips) collecting.seeAddress(address);
}

/** What a result tells by the place where it stands. */
export function collectResult({ target, facts }: Result, collecting: Collecting): void {
  collecting.seeHost(target.fqdn);
  for (const address of target.addresses) collecting.seeAddress(address);
  for (const fact of Object.values(facts)) {
    changeJson(fact.state === 'known' ? fact.value : (fact.detail ?? ''), visitorFor(collecting));
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
