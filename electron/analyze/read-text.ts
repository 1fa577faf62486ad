import { parseAppcmdSites } from '../../shared/parsers/appcmd-sites.ts';
import { readHttpRegistry } from '../../shared/parsers/http-registry.ts';
import { parseSslcertListing } from '../../shared/parsers/netsh-sslcert.ts';
import type { TextContent } from '../../shared/parsers/recognise.ts';
import { isCutRegExport, parseRegExport } from '../../shared/parsers/reg-export.ts';
import { parseRegQuery, type RegistryKey } from '../../shared/parsers/reg-query.ts';
import { configWithin, readConfig } from './read-config.ts';
import { dersOfPem, readCertificates } from './read-certificates.ts';
import { reading, unreadableReading, type Found } from './reading.ts';
import { cutListing, cutRegistry, partOfRegistry } from './shares.ts';

/** How each source is read from a text that holds it whole. Logs are read as streams, several together. */
export const textReaders: Readonly<
  Record<Exclude<TextContent, 'agentLog'>, (file: string, text: string) => Found | Promise<Found>>
> = {
  sslcertListing: readListing,
  registryExport: (file, text) => readRegistry(file, parseRegExport(text), isCutRegExport(text)),
  registryQuery: (file, text) => readRegistry(file, parseRegQuery(text)),
  certificates: (file, text) => readCertificates(file, dersOfPem(text)),
  appcmdSites: (file, text) => readSites(file, text),
  applicationHost: (file, text) => {
    const config = configWithin(text);
    return readConfig(file, config, [config]);
  },
};

function readListing(file: string, text: string): Found {
  const listing = parseSslcertListing(text);
  if (!listing.ok)
    return { readings: [unreadableReading('httpSysLive', file, listing.problem)], notes: [listing.problem] };
  const { records, complete } = listing.value;
  const words = `a listing of certificate records of HTTP.SYS, ${counted(records.length, 'record')}`;
  const share = complete ? undefined : cutListing;
  return { readings: [reading('httpSysLive', file, { records }, share)], notes: [words, ...listing.notes] };
}

function readRegistry(file: string, keys: readonly RegistryKey[], cut = false): Found {
  const records = readHttpRegistry(keys);
  if (!records.ok) return { readings: [], notes: [records.problem] };
  const children = new Set(keys.map(({ path }) => /\\HTTP\\Parameters(?:\\([^\\]+))?/iu.exec(path)?.[1] ?? ''));
  // The key itself is not shown where it has no values; several keys below it were shown because of it.
  const whole = children.has('') || children.size > 1;
  const words = `certificate records of HTTP.SYS from the registry, ${counted(records.value.records.length, 'record')}`;
  const share = cut ? cutRegistry : whole ? undefined : partOfRegistry;
  const notes = [words, ...(cut ? ['the registry export is cut off'] : []), ...records.notes];
  return { readings: [reading('httpSysRegistry', file, records.value, share)], notes };
}

function readSites(file: string, text: string): Found {
  const start = text.indexOf('<appcmd>');
  const sites = parseAppcmdSites(text.slice(start, text.lastIndexOf('</appcmd>') + '</appcmd>'.length));
  if (!sites.ok) return { readings: [unreadableReading('iisView', file, sites.problem)], notes: [sites.problem] };
  const words = `the sites as appcmd lists them, ${counted(sites.value.sites.length, 'site')}`;
  return { readings: [reading('iisView', file, sites.value)], notes: [words, ...sites.notes] };
}

const counted = (count: number, word: string): string => `${count} ${word}${count === 1 ? '' : 's'}`;
