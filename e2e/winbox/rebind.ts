import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Result } from '../../shared/model/result.ts';
import { startDiagnosis } from '../../electron/diagnosis/run.ts';
import { openRecordedHost } from '../../electron/host/recorded/recorded-host.ts';
import { writeBundle } from '../../electron/host/recorded/write-bundle.ts';
import { openProduct } from './product.ts';

const causes = (result: Result) => result.causes.map(({ id, likelihood }) => `${id} ${likelihood}`);
/** How the handshakes ended; one that offers a single version tells of that version alone. */
function handshakes(result: Result | null): string[] {
  const fact = result?.facts.handshakes;
  const attempts = fact?.state === 'known' ? fact.value.attempts : [];
  return attempts.filter(({ offered }) => offered === undefined).map(({ outcome }) => outcome);
}

/** The article's case, found, recorded and repaired with real processes. */
export const testRebind = (cases: readonly (readonly [scenario: string, language: string])[]) =>
  describe.skipIf(process.platform === 'win32').each(cases)('%s through winbox, %s', (scenario, language) => {
    it('is found, as the practice server itself says it, and again from its recording', async () => {
      const { folder, practice, host, diagnose } = await openProduct(scenario, language);
      const result = await diagnose();
      expect(causes(result)[0]).toBe(`${scenario} confirmed`);
      const model = await startDiagnosis(practice.host).done;
      expect(result.findings).toEqual(model.findings);
      expect(result.causes).toEqual(model.causes);

      await writeBundle(host, join(folder, 'bundle'), result);
      const replayed = await startDiagnosis(await openRecordedHost(join(folder, 'bundle'))).done;
      expect(replayed.findings).toEqual(result.findings);
      expect(replayed.causes).toEqual(result.causes);
      expect(replayed.facts).toEqual(result.facts);
    });

    it('is repaired, and proven by handshakes', async () => {
      const { repair, diagnose } = await openProduct(scenario, language);
      const report = await repair('rebind-certificate');
      expect(report.outcome).toBe('fixed');
      expect(handshakes(report.before)).toContain('reset');
      expect(new Set(handshakes(report.after))).toEqual(new Set(['completed']));
      expect(causes(await diagnose())).toEqual(['healthy confirmed']);
    });
  });
