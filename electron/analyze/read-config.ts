import type { IisConfig } from '../../shared/model/facts/iis.ts';
import { createApplicationHostParser, notApplicationHost } from '../../shared/parsers/application-host.ts';
import { agentSiteId } from '../../shared/rules/site-endpoints.ts';
import { reading, unreadableReading, type Found, type Share } from './reading.ts';
import { configShares } from './shares.ts';

const element = String.raw`<(configuration|system\.applicationHost|sites|site|customMetadata)(?=[\s/>])`;
const opening = new RegExp(element, 'u');
const closing = /<\/(?:configuration|system\.applicationHost|sites|site|customMetadata)\s*>/gu;

/** The text with blanks for its comments, so that what else stands in it keeps its place. */
function withoutComments(text: string): string {
  const parts: string[] = [];
  let from = 0;
  for (;;) {
    const start = text.indexOf('<!--', from);
    const end = start < 0 ? -1 : text.indexOf('-->', start + 4);
    if (end < 0) return parts.join('') + text.slice(from);
    parts.push(text.slice(from, start), ' '.repeat(end + 3 - start));
    from = end + 3;
  }
}

/**
 * The configuration within a text: from its first element to the last end of
 * one, so that neither a greeting nor a prompt around it does harm. What stands
 * in a comment is neither.
 */
export function configWithin(text: string): string {
  const plain = withoutComments(text);
  // What stands in a whole configuration is no fragment.
  const start = (/<configuration(?=[\s>])/u.exec(plain) ?? opening.exec(plain))?.index ?? 0;
  const last = [...plain.matchAll(closing)].at(-1);
  // An element that never ends is told by the parser, in its words.
  return last === undefined ? text.slice(start) : text.slice(start, last.index + last[0].length);
}

/**
 * Reads an applicationHost.config or a fragment of it as it comes.
 *
 * @param head the text, or the beginning of one that is too long for a fragment
 */
export async function readConfig(
  file: string,
  head: string,
  content: AsyncIterable<Uint8Array | string> | Iterable<Uint8Array | string>,
): Promise<Found> {
  const parser = createApplicationHostParser(false);
  for await (const chunk of content) parser.write(typeof chunk === 'string' ? new TextEncoder().encode(chunk) : chunk);
  const result = parser.close();
  if (!result.ok && result.problem === notApplicationHost) return { readings: [], notes: [notApplicationHost] };
  if (!result.ok) {
    return { readings: [unreadableReading('iisConfig', file, result.problem)], notes: [result.problem] };
  }
  const { sites } = result.value;
  const share = shareOf(head, sites);
  const what = share === undefined ? 'an IIS configuration' : 'a fragment of an IIS configuration';
  const count = `${sites.length} ${sites.length === 1 ? 'site' : 'sites'}`;
  return { readings: [reading('iisConfig', file, result.value, share)], notes: [`${what}, ${count}`, ...result.notes] };
}

/** What of the file came; undefined when it is whole. */
function shareOf(head: string, sites: IisConfig['sites']): Share | undefined {
  const holds = (name: string): boolean => new RegExp(String.raw`<${name}(?=[\s/>])`, 'u').test(head);
  if (holds('configuration') || holds(String.raw`system\.applicationHost`)) return undefined;
  if (holds('sites')) return holds('customMetadata') ? configShares.sitesAndMetadata : configShares.sites;
  if (!holds('site')) return configShares.customMetadata;
  return sites.some(({ id }) => id === agentSiteId) ? configShares.site : configShares.otherSite;
}
