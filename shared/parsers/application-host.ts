import type { IisConfig, IisSite } from '../model/facts/iis.ts';
import { createApplicationCollector } from './application-tree.ts';
import { readBinding } from './binding-information.ts';
import { readLegacyProperty } from './legacy-metabase.ts';
import { parsed, unreadable, type Parsed } from './parsed.ts';
import { createXmlReader, type XmlElement } from './xml-events.ts';

type Site = Omit<IisSite, 'autoStart' | 'enabledProtocols'> & { autoStart?: string; protocols?: string };

/** `http,https` as a list; IIS's own default is http. */
const protocolList = (text: string): string[] => text.split(',').flatMap((part) => part.trim().toLowerCase() || []);

/**
 * Reads applicationHost.config chunk by chunk: sites with their http and https
 * bindings and applications, and the legacy metabase's certificate properties. Fragments (a
 * `<sites>` or `<site>` element alone) are read too. `sharedConfiguration` is
 * false here: redirection.config tells of it.
 */
export function createApplicationHostParser(): {
  write(chunk: Uint8Array): void;
  close(): Parsed<IisConfig>;
} {
  const sites: Site[] = [];
  const legacyMetabase: IisConfig['legacyMetabase'] = [];
  const notes: string[] = [];
  const applications = createApplicationCollector();
  const defaults: { autoStart?: string; protocols?: string; pool?: string } = {};

  const readSite = ({ attributes }: XmlElement): void => {
    const id = Number(attributes['id'] ?? Number.NaN);
    const name = attributes['name'] ?? '';
    if (!Number.isInteger(id)) notes.push(`the site "${name}" has no id`);
    const autoStart = attributes['serverAutoStart'];
    sites.push({ id, name, bindings: [], ...(autoStart === undefined ? {} : { autoStart }) });
  };

  const readInSite = (site: Site, { name, attributes }: XmlElement, parent: string): void => {
    const protocols = attributes['enabledProtocols'];
    const root = name === 'application' && attributes['path'] === '/';
    if (protocols !== undefined && root) site.protocols = protocols;
    if (protocols !== undefined && name === 'applicationDefaults') site.protocols ??= protocols;
    if (name !== 'binding' || parent !== 'bindings') return;
    const binding = readBinding(attributes);
    if (binding !== null) site.bindings.push(binding);
    else if (/^https?$/iu.test(attributes['protocol'] ?? '')) {
      notes.push(`a binding of the site "${site.name}" is not address:port:host: ${attributes['bindingInformation']}`);
    }
  };

  const xml = createXmlReader((element, ancestors) => {
    const { name, attributes } = element;
    const parent = ancestors.at(-1)?.name ?? '';
    if (name === 'site' && (parent === 'sites' || parent === '')) readSite(element);
    const site = ancestors.some((ancestor) => ancestor.name === 'site') ? sites.at(-1) : undefined;
    if (site !== undefined) {
      readInSite(site, element, parent);
      applications.read(site.id, element, parent);
    }
    if (name === 'siteDefaults' && attributes['serverAutoStart']) defaults.autoStart = attributes['serverAutoStart'];
    if (parent === 'sites' && name === 'applicationDefaults') {
      if (attributes['enabledProtocols']) defaults.protocols = attributes['enabledProtocols'];
      if (attributes['applicationPool']) defaults.pool = attributes['applicationPool'];
    }
    const property = name === 'property' && parent === 'key' && ancestors.at(-2)?.name === 'customMetadata';
    const legacy = property ? readLegacyProperty(ancestors.at(-1)?.attributes['path'] ?? '', attributes) : null;
    if (legacy !== null) legacyMetabase.push(legacy);
  });

  const finish = ({ autoStart, protocols, ...site }: Site): IisSite => ({
    ...site,
    autoStart: (autoStart ?? defaults.autoStart ?? 'true').toLowerCase() !== 'false',
    enabledProtocols: protocolList(protocols ?? defaults.protocols ?? 'http'),
  });
  return {
    write: (chunk) => xml.write(chunk),
    close() {
      const problem = xml.close();
      if (problem !== null) return unreadable(`not well-formed XML: ${problem}`);
      const numbered = sites.filter((site) => Number.isInteger(site.id));
      const ids = new Set(numbered.map(({ id }) => id));
      const config = {
        sites: numbered.map(finish),
        applications: applications.finish(defaults.pool ?? null).filter(({ siteId }) => ids.has(siteId)),
        legacyMetabase,
        sharedConfiguration: false,
      };
      return parsed(config, notes);
    },
  };
}
