import { z } from 'zod';
import { known, unknown } from '../../shared/model/fact.ts';
import { Certificate } from '../../shared/model/facts/tls.ts';
import { storeName } from '../../shared/parsers/values.ts';
import { askScript } from './ask-script.ts';
import type { Probe } from './probe.ts';
import machineScript from './scripts/machine.ps1?raw';
import { thumbprintOf } from './thumbprint.ts';

const timeoutMs = 60_000;

/** What the script prints for one certificate; everything else is read from the DER. */
const StoreEntry = z.object({
  store: z.string(),
  rawBase64: z.base64(),
  privateKey: Certificate.shape.privateKey,
  chain: Certificate.shape.chain,
  chainStatus: z.array(z.string()),
});

export const certificatesProbe: Probe<'certificates'> = {
  fact: 'certificates',
  title: 'Certificates of the machine, their keys and chains (PowerShell)',
  timeoutMs,
  async ask(host, context) {
    const script = { name: 'machine', text: machineScript };
    const section = await askScript(host, context, script, 'certificates', timeoutMs);
    if (section.state === 'unknown') return section;
    const entries = z.array(StoreEntry).safeParse(section.value);
    const { evidence } = section;
    if (!entries.success) return unknown('failed', 'The list of certificates has an unexpected form.', evidence);

    // The reader of certificates is heavy, and only needed here.
    const { parseCertificate } = await import('../../shared/parsers/certificate.ts');
    const items = entries.data.flatMap(({ store, rawBase64, privateKey, chain, chainStatus }) => {
      const der = Buffer.from(rawBase64, 'base64');
      const content = parseCertificate(der);
      if (!content.ok) return [];
      const shared = { store: storeName(store), thumbprint: thumbprintOf(der) };
      return [{ ...shared, ...content.value, privateKey, chain, chainDetail: chainStatus.join(', ') }];
    });
    return known({ items }, evidence);
  },
};
