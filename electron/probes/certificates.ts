import { z } from 'zod';
import { known, unknown } from '../../shared/model/fact.ts';
import { Certificate } from '../../shared/model/facts/tls.ts';
import { storeName } from '../../shared/parsers/values.ts';
import { PrintedCertificate, type RedactedCertificate } from '../host/printed-certificate.ts';
import { askMachineScript, machineScriptTimeoutMs } from './ask-machine-script.ts';
import type { Probe } from './probe.ts';
import { thumbprintOf } from './thumbprint.ts';

/** What the script prints for one certificate; everything else is read from the DER, which redaction takes away. */
const StoreEntry = z.object({
  store: z.string(),
  rawBase64: PrintedCertificate,
  privateKey: Certificate.shape.privateKey,
  chain: Certificate.shape.chain,
  chainStatus: z.array(z.string()),
});

function readDer(
  der: Uint8Array,
  parse: typeof import('../../shared/parsers/certificate.ts').parseCertificate,
): RedactedCertificate | null {
  const content = parse(der);
  return content.ok ? { thumbprint: thumbprintOf(der), ...content.value } : null;
}

export const certificatesProbe: Probe<'certificates'> = {
  fact: 'certificates',
  title: 'Certificates of the machine, their keys and chains (PowerShell)',
  timeoutMs: machineScriptTimeoutMs,
  async ask(host, context) {
    const section = await askMachineScript(host, context, 'certificates');
    if (section.state === 'unknown') return section;
    const entries = z.array(StoreEntry).safeParse(section.value);
    const { evidence } = section;
    if (!entries.success) return unknown('failed', 'The list of certificates has an unexpected form.', evidence);

    // The reader of certificates is heavy, and only needed here.
    const { parseCertificate } = await import('../../shared/parsers/certificate.ts');
    const items = entries.data.flatMap(({ store, rawBase64, privateKey, chain, chainStatus }) => {
      const read =
        typeof rawBase64 === 'string' ? readDer(Buffer.from(rawBase64, 'base64'), parseCertificate) : rawBase64;
      if (read === null) return [];
      return [{ store: storeName(store), ...read, privateKey, chain, chainDetail: chainStatus.join(', ') }];
    });
    return known({ items }, evidence);
  },
};
