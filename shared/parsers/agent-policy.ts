import type { FactValue } from '../model/facts.ts';
import { parsed, unreadable, type Parsed } from './parsed.ts';
import { createXmlReader } from './xml-events.ts';

type Setting = FactValue<'agentPolicy'>['settings'][number];

/** The package server's plug-in, and whatever calls itself a policy of site servers: the latter is a guess. */
const ofPackageServer = /PkgSvr|site\s*server|package\s*(?:server|service)/iu;
const named = /https|codebase|binding|certificate|(?<!trans|sup|re|ex|im)port/iu;
const mostSettings = 200;

/**
 * Reads the agent's client policy file chunk by chunk: from the policies for the
 * package server the attributes whose names speak of HTTPS, codebases, bindings,
 * certificates or ports. What they mean is not documented: they are shown as they stand.
 */
export function createAgentPolicyParser(): { write(chunk: Uint8Array): void; close(): Parsed<Setting[]> } {
  const settings: Setting[] = [];
  let policies = false;
  const xml = createXmlReader(({ name, attributes }, ancestors) => {
    if (name === 'Policies') policies = true;
    const frame = ancestors.filter((one) => one.name === 'Policy' || one.name === 'ClientPolicy');
    const policy = frame.find((one) => one.name === 'Policy')?.attributes['name'] ?? '';
    const words = [policy, ...frame.map((one) => one.attributes['agentClsid'] ?? '')];
    if (frame.length === 0 || name === 'ClientPolicy' || !words.some((word) => ofPackageServer.test(word))) return;
    for (const [attribute, value] of Object.entries(attributes)) {
      if (named.test(attribute) && settings.length < mostSettings) {
        settings.push({ policy, name: `${name}.${attribute}`, value });
      }
    }
  });
  return {
    write: (chunk) => xml.write(chunk),
    close() {
      const problem = xml.close();
      if (problem !== null) return unreadable(`not well-formed XML: ${problem}`);
      return policies ? parsed(settings) : unreadable('it has no element Policies');
    },
  };
}
