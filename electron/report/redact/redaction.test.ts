import { describe, expect, it } from 'vitest';
import { Result } from '../../../shared/model/result.ts';
import { expectRedacted } from '../testing/redacted-bundle.ts';
import { findOriginals } from '../testing/original-values.ts';

describe('redaction', () => {
  it.each([
    ['healthy', 'en-US'],
    ['stale-binding', 'de-DE'],
    ['several-faults', 'ja-JP'],
    ['legacy-metabase', 'ru-RU'],
  ])('hides everything and changes no verdict: %s in %s', async (scenario, language) => {
    const { report } = await expectRedacted(scenario, language);
    expect(() => Result.parse(report.document.result)).not.toThrow();
    expect(report.document.result.target).toMatchObject({
      fqdn: 'host-1.domain-1.invalid',
      addresses: ['192.0.2.1'],
    });
  });

  it('replaces thumbprints in every writing when asked to', async () => {
    const { folder, result, report } = await expectRedacted('legacy-metabase', 'en-US', true);
    const hashes =
      result.facts.certificates?.state === 'known'
        ? result.facts.certificates.value.items.map((each) => each.thumbprint)
        : [];
    expect(hashes.length).toBeGreaterThan(0);
    const base64 = hashes.map((hash) => Buffer.from(hash, 'hex').toString('base64'));
    expect(await findOriginals(folder, [...hashes, ...base64])).toEqual([]);
    expect(report.hidden.filter(({ kind }) => kind === 'thumbprint').length).toBeGreaterThanOrEqual(hashes.length);
  });
});
