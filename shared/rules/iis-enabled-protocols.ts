import { defineRule } from './rule.ts';
import { agentSite, agentSiteId } from './site-endpoints.ts';
import { listOf, paragraphs, whyItMatters } from './words.ts';

export const iisEnabledProtocols = defineRule({
  id: 'iis.enabledProtocols',
  title: 'Are the protocols of the site enabled?',
  kb: ['KB155223', 'KB172128'],
  needs: { all: ['iisConfig'], any: [] },
  concludes: {
    pass: 'Both http and https.',
    info: 'Only one of them: IIS needs no more, since either enables both. (KB155223, which asks for https, is about the Notification Server.)',
    fail: 'Neither.',
  },
  decisive: false,
  applicable: ({ iisConfig }) => (agentSite(iisConfig) ? null : `There is no IIS site with id ${agentSiteId}.`),
  judge({ iisConfig }) {
    const enabled = agentSite(iisConfig)?.enabledProtocols.map((protocol) => protocol.trim().toLowerCase()) ?? [];
    const web = ['http', 'https'].filter((protocol) => enabled.includes(protocol));
    const seen = `applicationHost.config enables ${enabled.length === 0 ? 'no protocol' : listOf(enabled)} for the site.`;
    if (web.length === 0) {
      return {
        status: 'fail',
        summary: 'Neither http nor https is enabled for the site.',
        detail: paragraphs(
          seen,
          `IIS answers no web request for it. ${whyItMatters}`,
          'Set "Enabled Protocols" in the advanced settings of the site to http,https (KB155223 does it on the Notification Server).',
        ),
        repairs: ['enable-https-protocol'],
      };
    }
    if (web.length === 1) {
      return {
        status: 'info',
        summary: `Only ${web[0]} is enabled for the site, which IIS takes for both.`,
        detail: `${seen} KB155223 asks for https on the Notification Server; on a package server it is not needed.`,
      };
    }
    return { status: 'pass', summary: 'http and https are enabled for the site.', detail: seen };
  },
});
