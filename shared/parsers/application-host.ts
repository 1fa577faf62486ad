import type { IisConfig, IisSite } from '../model/facts/iis.ts';
import { createApplicationCollector } from './application-tree.ts';
import { problemOfBinding, readBinding } from './binding-information.ts';
import { readLegacyProperty } from './legacy-metabase.ts';
import { parsed, unreadable, type Parsed } from './parsed.ts';
import { createXmlReader, type XmlElement } from './xml-events.ts';

type Site = Omit<IisSite, 'autoStart' | 'enabledProtocols'> & { autoStart?: string; protocols?: string };

/** `http,https` as a list; IIS's own default is http. */
const protocolList = (text: string): string[] => text.split(',').flatMap((part) => part.trim().toLowerCase() || []);

/** Whether a section stands where applicationHost.config has it, or is a fragment by itself. */
const isSection = (place: readonly XmlElement[]): boolean =>
  place.length === 0 || place.at(-1)?.name === 'system.applicationHost';

const isSitesPlace = (place: readonly XmlElement[]): boolean =>
  place.length === 0 || (place.at(-1)?.name === 'sites' && isSection(place.slice(0, -1)));

/** What is said of a text that has elements of these names and is another file. */
export const notApplicationHost = 'it is a configuration, and not applicationHost.config';

/**
 * Reads applicationHost.config chunk by chunk: sites with their http and https
 * bindings and applications, and the legacy metabase's certificate properties. Fragments (a
 * `<sites>` or `<site>` element alone) are read too. `sharedConfiguration` is
 * false here: redirection.config tells of it.
 *
 * @param named false when its content alone tells what the file is: then sites count in
 * `system.applicationHost/sites`, or in a fragment that has a site with an id and bindings
 */
export function createApplicationHostParser(named = true): {
  write(chunk: Uint8Array): void;
  close(): Parsed<IisConfig>;
} {
  const sites: Site[] = [];
  const legacyMetabase: IisConfig['legacyMetabase'] = [];
  const notes: string[] = [];
  const applications = createApplicationCollector();
  /** The site that is being read, with its element. */
  let current: { element: XmlElement; site: Site } | undefined;
  /** Something was seen that no other file has. */
  let own = named;
  let elsewhere: string | undefined;
  const defaults: { autoStart?: string; protocols?: string; pool?: string } = {};

  const readSite = (element: XmlElement): void => {
    const { attributes } = element;
    const id = Number(attributes['id'] ?? Number.NaN);
    const name = attributes['name'] ?? '';
    if (!Number.isInteger(id)) notes.push(`the site "${name}" has no id`);
    const autoStart = attributes['serverAutoStart'];
    const site: Site = { id, name, bindings: [], ...(autoStart === undefined ? {} : { autoStart }) };
    current = { element, site };
    sites.push(site);
  };

  const readInSite = (site: Site, { name, attributes }: XmlElement, parent: string): void => {
    const protocols = attributes['enabledProtocols'];
    const root = name === 'application' && attributes['path'] === '/';
    if (protocols !== undefined && root) site.protocols = protocols;
    if (protocols !== undefined && name === 'applicationDefaults') site.protocols ??= protocols;
    if (name !== 'binding' || parent !== 'bindings') return;
    const binding = readBinding(attributes);
    const problem = problemOfBinding(attributes);
    if (problem !== null) notes.push(`a binding of the site "${site.name}" ${problem}`);
    if (binding !== null) site.bindings.push(binding);
  };

  const xml = createXmlReader((element, ancestors) => {
    const { name, attributes } = element;
    const parent = ancestors.at(-1)?.name ?? '';
    if (name === 'sites' && (named || isSection(ancestors))) {
      own ||= ancestors.length > 0;
      elsewhere ??= attributes['configSource'];
    }
    if (name === 'customMetadata' && isSection(ancestors)) own = true;
    if (name === 'site' && (named ? parent === 'sites' || parent === '' : isSitesPlace(ancestors))) readSite(element);
    const site = current !== undefined && ancestors.includes(current.element) ? current.site : undefined;
    if (site !== undefined) {
      if (name === 'bindings' && parent === 'site' && Number.isInteger(site.id)) own = true;
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
      if (elsewhere !== undefined) return unreadable(`its sites are in another file, ${elsewhere}`);
      if (!own) return unreadable(notApplicationHost);
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
