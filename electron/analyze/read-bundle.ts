import type { Result } from '../../shared/model/result.ts';
import { startDiagnosis } from '../diagnosis/run.ts';
import { openRecordedHost } from '../host/recorded/recorded-host.ts';

/**
 * What a bundle's answers tell when the probes ask them again.
 *
 * @throws UserError when it is refused
 */
export async function diagnoseBundle(path: string): Promise<{ result: Result; warnings: string[] }> {
  const host = await openRecordedHost(path);
  try {
    return { result: await startDiagnosis(host).done, warnings: host.warnings };
  } finally {
    await host.dispose();
  }
}
