import type { FactValue } from '../model/facts.ts';
import { shortThumbprint } from '../httpsys/thumbprint.ts';
import { decide, type Words } from './decide.ts';
import type { Expected } from './expected.ts';
import { legacyKeys, type LegacyKey } from './legacy-keys.ts';
import { defineRule } from './rule.ts';
import { inStores, sameStore } from './store.ts';
import { paragraphs } from './words.ts';

export const iisLegacyMetabase = defineRule({
  id: 'iis.legacyMetabase',
  title: 'Does the IIS 6 metabase layer hold an old certificate for the site?',
  kb: ['KB2025598 (Microsoft)'],
  needs: { all: ['iisConfig'], any: [], also: ['certificates', 'iisView'] },
  concludes: {
    pass: '<customMetadata> has no certificate for the site, nor for one that shares its endpoint.',
    warn: 'It has one that does no harm now.',
    fail: 'It has a hash that is in no store, that is none, or that is not the certificate that the site should have.',
  },
  decisive: false,
  judge({ iisConfig, certificates, iisView }, context) {
    const keys = legacyKeys(iisConfig, { iisView, certificates }, context);
    if (keys.length === 0) {
      return {
        status: 'pass',
        summary: 'The IIS 6 metabase layer holds no certificate for the site.',
        detail: 'applicationHost.config has no property 5506 or 5511 in <customMetadata> for it.',
      };
    }
    // A hash that is none is one whatever the stores hold.
    const judged = certificates ? keys : keys.filter(({ hash }) => hash?.thumbprint === null);
    const verdict = decide(judged.map((key) => judgeKey(key, certificates)));
    return verdict ?? { status: 'notRun', missing: 'certificates' };
  },
});

function judgeKey({ path, hash, store, expected }: LegacyKey, certificates?: FactValue<'certificates'>): Words {
  const seen =
    hash === null
      ? `applicationHost.config has a store name (5511) for ${path} in <customMetadata>, and no hash (5506).`
      : `applicationHost.config has the hash ${hash.thumbprint ?? `"${hash.text}", which is no thumbprint,`} (5506) for ${path} in <customMetadata>.`;
  const harm = hash === null ? null : harmOf(hash.thumbprint, store, expected, certificates);
  const how =
    'When a program uses the IIS 6 metabase layer, which a package server requires, the layer deletes the record of HTTP.SYS and makes it anew from this hash; from an invalid one it makes none (Microsoft KB 2025598). That this happens on package servers is possible, and not confirmed by Broadcom.';
  const todo = 'Remove the property before the certificate is bound anew and before the agent is restarted.';
  if (harm !== null) {
    return {
      status: 'fail',
      summary: `The IIS 6 metabase layer holds an old certificate for ${path}: ${harm}.`,
      detail: paragraphs(seen, how, todo),
      repairs: ['remove-legacy-metabase'],
    };
  }
  return {
    status: 'warn',
    summary: `The IIS 6 metabase layer holds a certificate setting for ${path}, harmless as it is now.`,
    detail: paragraphs(seen, how, `With the next renewal the hash is an old one. ${todo}`),
  };
}

function harmOf(
  thumbprint: string | null,
  store: string,
  expected: Expected | null,
  certificates?: FactValue<'certificates'>,
): string | null {
  if (thumbprint === null) return 'its hash is none';
  if (!certificates) return null;
  const short = shortThumbprint(thumbprint);
  if (!inStores(certificates, thumbprint).some((one) => sameStore(one.store, store))) {
    return `${short} is not in the store ${store}`;
  }
  return expected && expected.thumbprint !== thumbprint
    ? `${short} is not ${shortThumbprint(expected.thumbprint)}, which the site should have`
    : null;
}
