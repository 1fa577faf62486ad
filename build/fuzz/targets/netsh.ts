import { parseIpListen } from '../../../shared/parsers/netsh-ip-listen.ts';
import { parseServiceState } from '../../../shared/parsers/netsh-service-state.ts';
import { parseSslcertListing } from '../../../shared/parsers/netsh-sslcert.ts';
import { parseUrlAcl } from '../../../shared/parsers/netsh-url-acl.ts';
import { hexOf, must, mustStandIn, textOf, type Case } from '../target.ts';

const idOf = ({
  endpoint,
  thumbprint,
  appId,
  store,
}: {
  endpoint: object;
  thumbprint: unknown;
  appId: unknown;
  store: unknown;
}) => JSON.stringify([endpoint, thumbprint, appId, store]);
/** An endpoint at the end of a labelled line, as netsh prints the beginning of a record. */
const shownEndpoint = /[:\uFF1A] (?:\d{1,3}(?:\.\d{1,3}){3}|\[[\da-f:]{2,40}\]):\d{1,5}[ \t]*$/gimu;

export function checkSslcert(input: Case): void {
  const text = textOf(input.bytes);
  const listing = parseSslcertListing(text);
  if (!listing.ok) return;
  const { records, complete } = listing.value;
  const hex = hexOf(text);
  for (const { endpoint, thumbprint, appId } of records) {
    mustStandIn(text, [appId, endpoint.port]);
    must(thumbprint === null || hex.includes(thumbprint), `the hash ${thumbprint} does not stand in it`);
  }
  if (!complete) return;
  // What stands above its heading is another listing, or a part of one.
  const below = text.slice(text.lastIndexOf('-----'));
  const shown = new Set([...below.matchAll(shownEndpoint)].map(([line]) => line.trim().toLowerCase()));
  const several = listing.notes.some((note) => note.includes('listings'));
  must(
    several || records.length >= shown.size,
    `complete with ${records.length} records, and ${shown.size} endpoints stand in it`,
  );
  if (!input.cut) return;
  const whole = parseSslcertListing(textOf(input.original));
  const known = new Set(whole.ok ? whole.value.records.map(idOf) : []);
  for (const record of records) must(known.has(idOf(record)), `a cut listing has another record: ${idOf(record)}`);
}

export function checkIpListen(input: Case): void {
  const text = textOf(input.bytes);
  const list = parseIpListen(text);
  if (!list.ok) return;
  const below = text.slice(text.search(/-{5}/u));
  const shown = below.match(/^[ \t]*\d{1,3}(?:\.\d{1,3}){3}[ \t]*$/gmu) ?? [];
  must(list.value.addresses.length >= shown.length, 'an address of the list is missing');
  must(text.endsWith('\n'), 'a list that may be cut off was read');
}

export function checkUrlAcl(input: Case): void {
  const text = textOf(input.bytes);
  const list = parseUrlAcl(text);
  if (!list.ok) return;
  mustStandIn(
    text,
    list.value.items.flatMap(({ url, users }) => [url, ...users]),
  );
}

export function checkServiceState(input: Case): void {
  const text = textOf(input.bytes);
  const state = parseServiceState(text);
  if (!state.ok) return;
  mustStandIn(
    text,
    state.value.flatMap(({ name, urls, processes }) => [name, ...urls, ...processes.map(({ image }) => image)]),
  );
  for (const { pid } of state.value.flatMap(({ processes }) => processes))
    must(Number.isInteger(pid), 'a process has no id');
}
