import type { IisView, IisViewBinding } from '../model/facts/iis.ts';
import { readBinding } from './binding-information.ts';
import { parsed, unreadable, type Parsed } from './parsed.ts';
import { parseThumbprint } from '../httpsys/thumbprint.ts';
import { storeName } from './values.ts';
import { createXmlReader } from './xml-events.ts';

type ViewSite = IisView['sites'][number];

/** `https/*:443:,http/*:80:`, the short form on a SITE element; it shows no flags. */
function readShortBindings(text: string): IisViewBinding[] {
  return text.split(',').flatMap((entry) => {
    const slash = entry.indexOf('/');
    const binding = readBinding({
      protocol: entry.slice(0, slash),
      bindingInformation: entry.slice(slash + 1),
    });
    return slash < 0 || binding === null ? [] : [{ ...binding, certificate: null, store: null }];
  });
}

function readViewBinding(attributes: Record<string, string>): IisViewBinding | null {
  const binding = readBinding(attributes);
  if (binding === null) return null;
  const store = attributes['certificateStoreName'] ?? '';
  return {
    ...binding,
    certificate: parseThumbprint(attributes['certificateHash'] ?? ''),
    store: store === '' ? null : storeName(store),
  };
}

/**
 * Reads `appcmd list site /xml /config`: sites with their run state, and
 * bindings with the certificate that IIS's cached view shows, or null where
 * appcmd shows none. The `/xml` form alone is read too, without flags.
 */
export function parseAppcmdSites(text: string): Parsed<IisView> {
  const sites: ViewSite[] = [];
  const notes: string[] = [];
  const detailed = new Set<ViewSite>();
  let isList = false;
  const xml = createXmlReader(({ name, attributes }, ancestors) => {
    const parent = ancestors.at(-1)?.name;
    if (parent === undefined && name === 'appcmd') isList = true;
    const site = sites.at(-1);
    if (name === 'SITE' && parent === 'appcmd') {
      const id = Number(attributes['SITE.ID'] ?? Number.NaN);
      const siteName = attributes['SITE.NAME'] ?? '';
      if (!Number.isInteger(id)) notes.push(`the site "${siteName}" has no id`);
      const bindings = readShortBindings(attributes['bindings'] ?? '');
      sites.push({ id, name: siteName, state: attributes['state'] ?? 'Unknown', bindings });
    } else if (site !== undefined && name === 'site' && parent === 'SITE') {
      detailed.add(site);
      site.bindings = [];
    } else if (site !== undefined && detailed.has(site) && name === 'binding' && parent === 'bindings') {
      site.bindings.push(...[readViewBinding(attributes)].filter((binding) => binding !== null));
    }
  });
  xml.write(text);
  const problem = xml.close();
  if (problem !== null) return unreadable(`not well-formed XML: ${problem}`);
  if (!isList) return unreadable('the text is not what appcmd prints with /xml');
  return parsed({ sites: sites.filter((site) => Number.isInteger(site.id)) }, notes);
}
