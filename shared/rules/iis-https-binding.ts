import { agentSite, agentSiteId } from './site-endpoints.ts';
import { bindingText, listOf, paragraphs, whyItMatters } from './words.ts';
import { defineRule } from './rule.ts';

/** The port that the article tells to use (KB172128). */
const httpsPort = 443;

export const iisHttpsBinding = defineRule({
  id: 'iis.httpsBinding',
  title: 'Does the site of the package server have an HTTPS binding on port 443?',
  kb: ['KB172128'],
  needs: { all: ['iisConfig'], any: [], also: ['iisView'] },
  concludes: {
    pass: 'One, on port 443.',
    info: 'More than one.',
    warn: 'On another port only.',
    fail: 'None.',
  },
  decisive: true,
  applicable: ({ iisConfig }) => (agentSite(iisConfig) ? null : `There is no IIS site with id ${agentSiteId}.`),
  judge({ iisConfig, iisView }) {
    const site = agentSite(iisConfig);
    const name = `The site "${site?.name ?? ''}" (id ${agentSiteId})`;
    const bindings = site?.bindings.filter(({ protocol }) => protocol === 'https') ?? [];
    const shown = listOf(bindings.map(bindingText));
    const source = `applicationHost.config: ${bindings.length === 0 ? 'no https binding' : `https ${shown}`}.`;
    const viewed = iisView?.sites.find(({ id }) => id === agentSiteId);
    const agreed = viewed !== undefined && !viewed.bindings.some(({ protocol }) => protocol === 'https');
    if (bindings.length === 0) {
      return {
        status: 'fail',
        summary: `${name} has no HTTPS binding.`,
        detail: paragraphs(
          agreed ? `${source} IIS itself (appcmd) shows none either.` : source,
          `Without one the site does not answer HTTPS at all. ${whyItMatters}`,
          'Create an https binding on port 443 with the certificate of this server, or let the site-server policy do it: "Configure HTTPS binding", port 443 (KB172128).',
        ),
        repairs: ['create-https-binding', 'rebind-certificate'],
      };
    }
    if (!bindings.some(({ port }) => port === httpsPort)) {
      return {
        status: 'warn',
        summary: `${name} has an HTTPS binding, but none on port 443: ${shown}.`,
        detail: paragraphs(
          source,
          'The article configures port 443 (KB172128); another port works only when the site-server settings name it.',
          'Compare the port with the site-server settings in the SMP console.',
        ),
      };
    }
    if (bindings.length > 1) {
      return {
        status: 'info',
        summary: `${name} has ${bindings.length} HTTPS bindings: ${shown}.`,
        detail: paragraphs(source, 'Each is looked at on its own by the checks that follow.'),
      };
    }
    return { status: 'pass', summary: `${name} has the HTTPS binding ${shown}.`, detail: source };
  },
});
