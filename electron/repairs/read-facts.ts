import type { FactName, Facts } from '../../shared/model/facts.ts';
import { startDiagnosis } from '../diagnosis/run.ts';
import type { Host } from '../host/host.ts';
import { probes } from '../probes/catalogue.ts';

/** Asks the server anew for these facts, by the same probes as a diagnosis. */
export async function readFacts(host: Host, names: readonly FactName[]): Promise<Facts> {
  const wanted = probes.filter(({ fact }) => names.includes(fact));
  const { facts } = await startDiagnosis(host, { probes: wanted }).done;
  return facts;
}
