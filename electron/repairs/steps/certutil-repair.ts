import { z } from 'zod';
import { shortThumbprint } from '../../../shared/httpsys/thumbprint.ts';
import { Thumbprint } from '../../../shared/model/endpoint.ts';
import { readFacts } from '../read-facts.ts';
import { readStoreEntry } from '../store-key.ts';
import type { ToolStepKind } from './step-kind.ts';

/** Windows looks for the private key of a certificate of MY and links it again. */
export const CertutilRepair = z.object({
  kind: z.literal('certutilRepair'),
  thumbprint: Thumbprint,
  /** The certificate's entry in the store as it was, see `readStoreEntry`. */
  entry: z.string(),
  /** Why this cannot be taken back. */
  noUndo: z.string(),
});
export type CertutilRepair = z.infer<typeof CertutilRepair>;

export const certutilRepair: ToolStepKind<CertutilRepair> = {
  words: ({ thumbprint }) => `Let Windows link the private key of certificate ${shortThumbprint(thumbprint)} again`,
  toCommand: ({ thumbprint }) => ({
    binary: 'certutil.exe',
    args: ['-silent', '-repairstore', 'My', thumbprint],
  }),
  inverse: () => null,
  async perform(step, host) {
    const { args } = certutilRepair.toCommand(step);
    const answer = await host.run({
      name: `certutil.repairstore.${step.thumbprint}`,
      tool: 'certutil',
      args,
      timeoutMs: 120_000,
    });
    if (answer.ok) return { ok: true, detail: '' };
    return {
      ok: false,
      detail: `certutil: ${answer.exitCode === null ? answer.outcome : `exit code ${answer.exitCode}`}`,
    };
  },
  // certutil exits 0 whatever it did (repairs.md, Private keys): a signature with the key tells.
  async readBack({ thumbprint, entry }, host) {
    const [{ certificates }, now] = await Promise.all([
      readFacts(host, ['certificates']),
      readStoreEntry(host, thumbprint),
    ]);
    const items = certificates?.state === 'known' ? certificates.value.items : [];
    const key = items.find((own) => own.thumbprint === thumbprint && own.store.toUpperCase() === 'MY')?.privateKey;
    if (key === undefined || now === null) {
      return { isBefore: false, isAfter: false, words: 'the certificate could not be read back' };
    }
    const isAfter = key === 'usable';
    const changed = now !== entry;
    return {
      isBefore: !isAfter && !changed,
      isAfter,
      partly: !isAfter && changed,
      words: `the private key is ${key}${changed ? ', and the properties of the certificate in the store have changed' : ''}`,
    };
  },
};
