import { formatEndpoint } from '../../../shared/httpsys/endpoint.ts';
import type { HttpSysRecord } from '../../../shared/model/facts/httpsys.ts';
import type { Certificate } from '../../../shared/model/facts/tls.ts';
import { UserError } from '../../app/user-error.ts';
import { whyNotRebuildable } from '../netsh-arguments.ts';
import type { NetshSupport } from '../netsh-support.ts';
import { recordDifferences } from '../same-record.ts';
import type { Step } from '../steps/step.ts';

/** What only the registry says of the old record: a listing of some builds does not print every flag. */
function hiddenIn(registry: HttpSysRecord | null, live: HttpSysRecord): string[] {
  if (registry === null) return [];
  const flags = Object.keys(registry.flags).filter((name) => live.flags[name] === undefined);
  return [...flags, ...registry.unknownFlags].map((flag) => `the registry holds ${flag}, which netsh does not show`);
}

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
  const unwritable = whyNotRebuildable({ ...planned, unknownFlags: [] }, netsh.parameters);
  if (unwritable.length > 0) throw refusal(planned, unwritable);
  if (live === null) return { steps: [{ kind: 'netshAdd', record: planned }], cannotBeUndone: [] };
  const same = recordDifferences(planned, live).length === 0;
  if (same && registry !== null && registry.thumbprint === planned.thumbprint) return { steps: [], cannotBeUndone: [] };

  const lost = [...whyNotRebuildable(live, netsh.parameters), ...hiddenIn(registry, live)];
  const noUndo = whyNotTakenBack(live, certificates);
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

/** netsh writes no record whose certificate or key is not there (1312): a record that is stale cannot come back. */
function whyNotTakenBack(
  { thumbprint, store, endpoint }: HttpSysRecord,
  certificates: readonly Certificate[],
): string | null {
  const named = certificates.find(
    (own) => own.thumbprint === thumbprint && own.store.toUpperCase() === (store ?? 'MY').toUpperCase(),
  );
  if (named !== undefined && named.privateKey !== 'missing' && named.privateKey !== 'unusable') return null;
  const certificate =
    thumbprint === null
      ? 'no certificate that could be read'
      : `certificate ${thumbprint} of store ${store ?? '(null)'}`;
  const problem =
    thumbprint === null
      ? ''
      : named === undefined
        ? ', which is not there'
        : ', which has no private key that can be used';
  return `The old record of ${formatEndpoint(endpoint)} names ${certificate}${problem}: Windows would refuse to write it again (error 1312). Its flags and application id are kept by the new record.`;
}

const sentence = (reason: string): string =>
  `The rewritten record may lose this, and it could not be put back: ${reason}.`;

function refusal({ endpoint }: HttpSysRecord, reasons: string[]): UserError {
  return new UserError(
    'refused',
    `The record of ${formatEndpoint(endpoint)} is left alone, because netsh on this server could not write it in full: ${reasons.join('; ')}. Bind the certificate in IIS Manager (KB172128) instead.`,
  );
}
