import { endpointKey, endpointsOfBinding } from '../httpsys/endpoint.ts';
import { shortThumbprint } from '../httpsys/thumbprint.ts';
import type { IisConfig, IisView } from '../model/facts/iis.ts';
import { sitesOnEndpoints } from './legacy-keys.ts';
import { defineRule } from './rule.ts';
import { agentSiteId, noHttpsBinding } from './site-endpoints.ts';
import { listOf, paragraphs } from './words.ts';

export const httpsysShared = defineRule({
  id: 'httpsys.shared',
  title: "Do other sites share the endpoint, and so the certificate record, of the site's bindings?",
  kb: ['KB2405568 (Microsoft)'],
  needs: { all: ['iisConfig'], any: [], also: ['iisView'] },
  concludes: {
    pass: 'None.',
    info: 'Some do: they are named.',
    warn: 'Some do, and IIS shows another certificate for them.',
  },
  decisive: false,
  applicable: ({ iisConfig }) => noHttpsBinding(iisConfig),
  judge({ iisConfig, iisView }) {
    const sharing = sitesOnEndpoints(iisConfig);
    const others = iisConfig.sites.filter(({ id }) => id !== agentSiteId && sharing.has(id));
    if (others.length === 0) {
      return {
        status: 'pass',
        summary: 'No other site shares the endpoints of the site.',
        detail: 'applicationHost.config has no other site with an HTTPS binding on the same endpoint.',
      };
    }
    const named = listOf(others.map(({ name, id }) => `"${name}" (id ${id})`));
    const seen = `applicationHost.config: ${named} ${others.length === 1 ? 'has' : 'have'} an HTTPS binding on the same endpoint.`;
    const one =
      'HTTP.SYS has one record for each endpoint, so a change of one binding reaches all of them (Microsoft KB 2405568).';
    const different = iisView ? differing(iisConfig, iisView) : [];
    if (different.length > 0) {
      return {
        status: 'warn',
        summary: `Sites that share an endpoint are shown with different certificates: ${listOf(different)}.`,
        detail: paragraphs(
          seen,
          `${one} IIS (appcmd) shows more than one certificate for it, and only one can be served.`,
          'Find out which certificate is meant for all of them, or give the sites host names and the SNI flag.',
        ),
      };
    }
    return { status: 'info', summary: `The endpoint is shared with ${named}.`, detail: paragraphs(seen, one) };
  },
});

/** The certificates that IIS shows for an endpoint of the site, where they differ between sites. */
function differing(config: IisConfig, { sites }: IisView): string[] {
  const sharing = sitesOnEndpoints(config);
  const shown = new Map<string, Set<string>>();
  for (const { endpoint } of sharing.get(agentSiteId) ?? []) shown.set(endpointKey(endpoint), new Set());
  for (const { id, bindings } of sites) {
    if (!sharing.has(id)) continue;
    for (const binding of bindings) {
      if (binding.certificate === null) continue;
      for (const endpoint of endpointsOfBinding(binding)) shown.get(endpointKey(endpoint))?.add(binding.certificate);
    }
  }
  return [...shown].flatMap(([key, certificates]) =>
    certificates.size > 1 ? [`${key} with ${listOf([...certificates].map(shortThumbprint))}`] : [],
  );
}
