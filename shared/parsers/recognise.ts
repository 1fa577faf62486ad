import { parseSslcertListing } from './netsh-sslcert.ts';

/** What a text that somebody sent can hold; one text can hold several. */
export type TextContent =
  | 'agentLog'
  | 'applicationHost'
  | 'appcmdSites'
  | 'registryExport'
  | 'registryQuery'
  | 'certificates'
  | 'sslcertListing';

const httpParameters = String.raw`HKEY_LOCAL_MACHINE\\[^\r\n]{0,80}\\Services\\HTTP\\Parameters`;

/** Signs that are cheap to look for, however long a line is, and not by chance in a text of another kind. */
const signs: Readonly<Record<Exclude<TextContent, 'sslcertListing'>, RegExp>> = {
  agentLog: /<event\b[^<>]{0,400}?\bdate\s*=\s*['"]/iu,
  // A web.config is a <configuration> too, and has none of these.
  applicationHost: /<(?:system\.applicationHost|sites|site|customMetadata)(?=[\s/>])|\bname="system\.applicationHost"/u,
  appcmdSites: /<appcmd>[^<]*<SITE\s/u,
  registryExport: new RegExp(String.raw`^[ \t]*\[${httpParameters}`, 'imu'),
  registryQuery: new RegExp(String.raw`^[ \t]*${httpParameters}`, 'imu'),
  certificates: /-----BEGIN (?:X509 |TRUSTED )?CERTIFICATE-----/u,
};

const wholeSites = /<(?:system\.applicationHost|sites)[\s>]/u;

/** The heading of a listing, above its line of dashes. */
const listingHeading = /SSL[^\r\n]{0,100}[:\uFF1A][^\S\r\n]{0,100}\r?\n[^\r\n]{0,200}-{5}/u;
/** The application id of a record. */
const recordSign = /\{[0-9a-f]{8}-[0-9a-f]{4}-/iu;

/**
 * Which of the known sources a text holds, told by its content alone. A log and
 * a configuration can be long: there the beginning is enough.
 */
export function recogniseText(text: string): TextContent[] {
  let found: TextContent[] = (Object.keys(signs) as (keyof typeof signs)[]).filter((kind) => signs[kind].test(text));
  // appcmd wraps the <site> elements of the file in its own.
  if (found.includes('appcmdSites') && !wholeSites.test(text))
    found = found.filter((kind) => kind !== 'applicationHost');
  return holdsListing(text) ? [...found, 'sslcertListing'] : found;
}

/** A heading alone is an empty listing only where it speaks of SSL certificates. */
function holdsListing(text: string): boolean {
  const headed = listingHeading.test(text);
  if (!headed && !recordSign.test(text)) return false;
  const listing = parseSslcertListing(text);
  return listing.ok && (headed || listing.value.records.length > 0);
}
