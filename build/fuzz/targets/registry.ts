import { whole } from '../../../electron/probes/registry-key.ts';
import { parseAgentServers, parseAgentSettings } from '../../../shared/parsers/agent-registry.ts';
import { parseHttpRegistry, readHttpRegistry } from '../../../shared/parsers/http-registry.ts';
import { parseIisComponents } from '../../../shared/parsers/iis-components.ts';
import type { Parsed } from '../../../shared/parsers/parsed.ts';
import { isCutRegExport, parseRegExport } from '../../../shared/parsers/reg-export.ts';
import { parseSchannelRegistry } from '../../../shared/parsers/schannel-registry.ts';
import { endsWithinLine, hexOf, must, mustStandIn, textOf, type Case } from '../target.ts';

/** As the probes read what reg.exe printed. */
function query<T>(read: (text: string) => Parsed<T>, wordsOf: (value: T, text: string) => (string | null)[]) {
  return (input: Case): void => {
    const text = textOf(input.bytes);
    const answer = whole(read)({ stdout: { text, bytes: input.bytes, encoding: '' } });
    if (!answer.ok) return;
    must(!endsWithinLine(input), 'a text that breaks off within a line was read');
    mustStandIn(text, wordsOf(answer.value, text));
  };
}

export const checkHttpRegistry = query(parseHttpRegistry, ({ records }, text) => {
  // Names in the registry have no case.
  const keys = text.match(/\\Ssl(?:Sni|Ccs)?BindingInfo\\[^\\\r\n]+$/gimu) ?? [];
  must(records.length <= keys.length, 'there are more records than keys');
  const hex = hexOf(text);
  for (const { thumbprint } of records) {
    must(thumbprint === null || hex.includes(thumbprint), `the hash ${thumbprint} does not stand in it`);
  }
  return [];
});

export const checkComponents = query(parseIisComponents, ({ components }) => Object.keys(components));
export const checkSchannel = query(parseSchannelRegistry, ({ protocols }) => Object.keys(protocols));
export const checkAgentSettings = query(parseAgentSettings, ({ version, installDir }) => [version, installDir]);
export const checkAgentServers = query(parseAgentServers, ({ notificationServer }) => [notificationServer]);

export function checkRegExport(input: Case): void {
  const text = textOf(input.bytes);
  const keys = parseRegExport(text);
  mustStandIn(
    // A line can be broken behind a backslash.
    text.replace(/\\[ \t]*\r?\n[ \t]*/gu, ''),
    keys.map(({ path }) => path),
  );
  const records = readHttpRegistry(keys);
  if (records.ok)
    for (const { flags } of records.value.records) must(typeof flags === 'object', 'a record has no flags');
  const [kept, all] = [text, textOf(input.original)].map((one) => one.trimEnd()) as [string, string];
  const lostText = input.cut && kept.length < all.length;
  must(
    !lostText || isCutRegExport(text) || !kept.includes('[HKEY_') || /\r?\n\r?\n/u.test(text.slice(-4)),
    'that an export is cut off was not seen',
  );
}
