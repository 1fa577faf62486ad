import { formatEndpoint } from '../../../shared/httpsys/endpoint.ts';
import type { HttpSysRecord } from '../../../shared/model/facts/httpsys.ts';
import type { Certificate } from '../../../shared/model/facts/tls.ts';
import { UserError } from '../../app/user-error.ts';
import { hiddenIn, whyUnwritable } from '../cannot-return.ts';
import { whyNotRebuildable } from '../netsh-arguments.ts';
import type { NetshSupport } from '../netsh-support.ts';
import { recordDifferences } from '../same-record.ts';
import type { Step } from '../steps/step.ts';

/**
 * The steps from the old record to the new one: `update` where this netsh has
 * it, for it replaces the record at once; else delete and add, but never for a
 * record that could not be put back.
 *
 * @throws UserError refused, with all reasons
 */
export function stepsFor(
  live: HttpSysRecord | null,
  registry: HttpSysRecord | null,
  planned: HttpSysRecord,
  netsh: NetshSupport,
  certificates: readonly Certificate[],
): { steps: Step[]; cannotBeUndone: string[] } {
  const refused = whyNotRebuildable({ ...planned, unknownFlags: [] }, netsh.parameters);
  if (refused.length > 0) throw refusal(planned, refused);
  if (live === null) return { steps: [{ kind: 'netshAdd', record: planned }], cannotBeUndone: [] };
  const same = recordDifferences(planned, live).length === 0;
  if (same && registry !== null && registry.thumbprint === planned.thumbprint) return { steps: [], cannotBeUndone: [] };

  const lost = [...whyNotRebuildable(live, netsh.parameters), ...hiddenIn(registry, live)];
  const unwritable = whyUnwritable(live, certificates);
  const noUndo = unwritable && `${unwritable} Its flags and application id are kept by the new record.`;
  const cannotBeUndone = noUndo === null ? [] : [noUndo];
  if (netsh.update) {
    const step: Step = { kind: 'netshUpdate', before: live, after: planned, noUndo };
    return { steps: [step], cannotBeUndone: [...cannotBeUndone, ...lost.map(sentence)] };
  }
  if (lost.length > 0) throw refusal(live, lost);
  const steps: Step[] = [
    { kind: 'netshDelete', record: live, noUndo },
    { kind: 'netshAdd', record: planned },
  ];
  return { steps, cannotBeUndone };
}

const sentence = (reason: string): string =>
  `The rewritten record may lose this, and it could not be put back: ${reason}.`;

function refusal({ endpoint }: HttpSysRecord, reasons: string[]): UserError {
  return new UserError(
    'refused',
    `The record of ${formatEndpoint(endpoint)} is left alone, because netsh on this server could not write it in full: ${reasons.join('; ')}. Bind the certificate in IIS Manager (KB172128) instead.`,
  );
}
