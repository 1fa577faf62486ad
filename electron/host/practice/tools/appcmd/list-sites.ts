import { siteElement, type SiteWriter } from '../../application-host.ts';
import { shownCertificate } from '../../iis.ts';
import type { Site } from '../../model/iis.ts';
import { serviceState } from '../../services.ts';
import { quoted as q } from '../../xml.ts';
import { lines, type ToolContext, type ToolOutput } from '../tool.ts';
import type { AppcmdArguments } from './arguments.ts';
import { xmlDocument } from './messages.ts';

/** `appcmd list site [NAME] [/site.name:NAME] [/id:N] [/xml] [/config]`; nothing found exits 1. */
export function listSites(context: ToolContext, { identifier, options }: AppcmdArguments): ToolOutput {
  const { world, now } = context;
  const name = identifier ?? options.get('site.name') ?? options.get('name');
  const id = options.get('id');
  const sites = world.iis.sites.filter(
    (site) =>
      (name === undefined || site.name.toLowerCase() === name.toLowerCase()) &&
      (id === undefined || String(site.id) === id),
  );
  const running = serviceState(world, 'W3SVC', now) === 'running';
  const state = (site: Site) => (running ? site.state : 'Unknown');
  const config = options.has('config');
  const element = (site: Site) => siteElement(site, inView(context));
  if (options.has('xml')) {
    const body = sites.flatMap((site) => {
      const attributes = `SITE.NAME=${q(site.name)} SITE.ID=${q(site.id)} bindings=${q(bindings(site))} state=${q(state(site))}`;
      if (!config) return [`<SITE ${attributes} />`];
      return [`<SITE ${attributes}>`, ...element(site).map((line) => `    ${line}`), '</SITE>'];
    });
    return { exitCode: sites.length === 0 ? 1 : 0, out: xmlDocument(body) };
  }
  const text = sites.map((site) =>
    config
      ? lines(...element(site))
      : lines(`SITE "${site.name}" (id:${site.id},bindings:${bindings(site)},state:${state(site)})`),
  );
  return { exitCode: sites.length === 0 ? 1 : 0, out: text.join('') };
}

const bindings = (site: Site) =>
  site.bindings.map(({ protocol, bindingInformation }) => `${protocol}/${bindingInformation}`).join(',');

/**
 * The configuration as the IIS API gives it: with the certificate that it reads
 * from HTTP.SYS at run time, and with passwords in clear text.
 */
const inView = ({ world }: ToolContext): SiteWriter => ({
  binding(binding) {
    const shown = shownCertificate(world, binding);
    const certificate =
      shown === null ? '' : ` certificateHash=${q(shown.hash)} certificateStoreName=${q(shown.store ?? 'MY')}`;
    const flags = binding.protocol === 'https' ? ` sslFlags=${q(binding.sslFlags)}` : '';
    return `<binding protocol=${q(binding.protocol)} bindingInformation=${q(binding.bindingInformation)}${certificate}${flags} />`;
  },
  secret: (value) => value,
});
