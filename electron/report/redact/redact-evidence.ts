import { isSecretName, removed } from '../../../shared/report/redact/secrets.ts';
import type { Redactor } from '../../../shared/report/redact/redactor.ts';
import type { EvidencePart } from '../../host/evidence-store.ts';
import { certificateBytes } from '../../host/printed-certificate.ts';
import type { Evidence, RecordedAnswer, RecordedOutput } from '../../host/recording.ts';
import { changeContent } from './content.ts';
import { readCertificate } from './read-certificate.ts';
import { changeDocument, changeTexts } from './texts.ts';
import type { Visitor } from './visitor.ts';

/** Hides what the redactor knows, in every writing. */
const hiding = ({ text, json }: Redactor): Visitor => ({
  text: (value, key) => (key !== undefined && value !== '' && isSecretName(key) ? removed : text(value)),
  readable: text,
  certificate: (found) => json(found),
});

/** A text of whole lines without the values that were found. */
export const redactText = (text: string, redactor: Redactor): string => changeTexts(text, hiding(redactor));

/** A document without them. */
export const redactDocument = <T>(document: T, redactor: Redactor): T =>
  changeDocument(document, hiding(redactor)) as T;

/**
 * The same evidence without the values that were found in it, in every encoding
 * that they are in; contents are changed as they are read, however large. It is
 * judged as the original is: what was equal is equal.
 */
export function redactEvidence(evidence: Evidence, redactor: Redactor): Evidence {
  const { text, json } = redactor;
  const whole = (value: string): string => redactText(value, redactor);
  const part = ({ size, read }: EvidencePart, encoding?: string): EvidencePart => ({
    size,
    read: () => changeContent(read(), encoding, whole),
  });
  const output = ({ bytes, encoding }: RecordedOutput): RecordedOutput => ({ bytes: part(bytes, encoding), encoding });

  function redactAnswer(answer: RecordedAnswer): RecordedAnswer {
    const said = { name: text(answer.name), ...(answer.detail === undefined ? {} : { detail: whole(answer.detail) }) };
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
