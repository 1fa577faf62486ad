import type { Redactor } from '../../../shared/report/redact/redactor.ts';
import type { EvidencePart } from '../../host/evidence-store.ts';
import { certificateBytes, type RedactedCertificate } from '../../host/printed-certificate.ts';
import type { Evidence, RecordedAnswer, RecordedOutput } from '../../host/recording.ts';
import { changeContent } from './content.ts';
import { redactNested } from './nested.ts';
import { readCertificate } from './read-certificate.ts';
import { changeJsonLine } from './script-lines.ts';

/**
 * The same evidence without the values that were found in it, in every encoding
 * that they are in; contents are changed as they are read, however large. It is
 * judged as the original is: what was equal is equal.
 */
export function redactEvidence(evidence: Evidence, { text, json }: Redactor): Evidence {
  const visitor = { text, certificate: (found: RedactedCertificate) => json(found) };
  const whole = (value: string): string => redactNested(text(value), visitor);
  const lines = (value: string): string =>
    // A line that ends in a backslash goes on in the next one (reg export).
    value
      .split(/(?<!\\\r?)\n/u)
      .map((line) => {
        const [, content = '', end = ''] = /^(.*?)(\r?)$/su.exec(line) ?? [];
        return (changeJsonLine(content, visitor) ?? whole(content)) + end;
      })
      .join('\n');
  const part = ({ size, read }: EvidencePart, encoding?: string): EvidencePart => ({
    size,
    read: () => changeContent(read(), encoding, lines),
  });
  const output = ({ bytes, encoding }: RecordedOutput): RecordedOutput => ({ bytes: part(bytes, encoding), encoding });

  function redactAnswer(answer: RecordedAnswer): RecordedAnswer {
    const said = { name: text(answer.name), ...(answer.detail === undefined ? {} : { detail: text(answer.detail) }) };
    switch (answer.kind) {
      case 'command': {
        const { stdout, stderr, args } = answer;
        return { ...answer, ...said, args: args.map(whole), stdout: output(stdout), stderr: output(stderr) };
      }
      case 'file':
        return { ...answer, ...said, path: text(answer.path), content: part(answer.content) };
      case 'folder':
        return { ...answer, ...said, path: text(answer.path), entries: json(answer.entries) };
      case 'tls': {
        const chain = answer.chain.map((bytes) => {
          const found = readCertificate(bytes);
          return found === null ? new Uint8Array() : certificateBytes(json(found));
        });
        const serverName = answer.serverName === null ? null : text(answer.serverName);
        return { ...answer, ...said, address: text(answer.address), serverName, chain };
      }
      case 'host': {
        const { addresses, fqdn } = answer;
        return { ...answer, ...said, addresses: addresses.map(text), fqdn: fqdn === null ? null : text(fqdn) };
      }
    }
  }
  return { kind: evidence.kind, name: text(evidence.name), answers: () => evidence.answers().map(redactAnswer) };
}
